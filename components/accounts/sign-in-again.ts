export type SignInAgain = "same" | "other" | "refused" | "too-many" | "unreachable";

/** Returns who is signed in in this browser, in any tab; null for no one or when it is unknown. */
export async function whoIsHere(): Promise<string | null> {
  try {
    const answer = await fetch("/api/me", { headers: { accept: "application/json" }, cache: "no-store" });
    return answer.ok ? ((await answer.json()) as { id: string }).id : null;
  } catch {
    return null;
  }
}

/**
 * Signs in without leaving the page, and tells whether it is the page's person. Not a server action, because those wait
 * for each other, and the refused one is waiting for this.
 */
export async function signInAgain(personId: string, email: string, password: string): Promise<SignInAgain> {
  try {
    const { csrfToken } = (await (await fetch("/api/auth/csrf", { cache: "no-store" })).json()) as {
      csrfToken: string;
    };
    const answer = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ email, password, csrfToken, json: "true" }),
    });
    const { url } = (await answer.json()) as { url?: string };
    const error = url ? new URL(url, window.location.href).searchParams.get("error") : null;
    if (error !== null)
      return error === "rate-limited" ? "too-many" : error === "CredentialsSignin" ? "refused" : "unreachable";
    if (!answer.ok) return "refused";
  } catch {
    return "unreachable";
  }
  const here = await whoIsHere();
  return here === null ? "unreachable" : here === personId ? "same" : "other";
}
