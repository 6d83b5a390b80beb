export type SignInAgain = "same" | "other" | "refused" | "too-many" | "unreachable";

/** Who is signed in in this browser, in whatever tab that happened; null for nobody or when it cannot be known. */
export async function whoIsHere(): Promise<string | null> {
  try {
    const answer = await fetch("/api/me", { headers: { accept: "application/json" }, cache: "no-store" });
    return answer.ok ? ((await answer.json()) as { id: string }).id : null;
  } catch {
    return null;
  }
}

/**
 * Signs in without leaving the page, and says whether it is the person whose page it is. Not a server action: those wait
 * for each other, and the one that was refused is waiting for this.
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
