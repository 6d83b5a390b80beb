/** Says whose page an action was pressed on; the server runs it only for that person. */
export const PERSON_HEADER = "x-signed-in-as";

/** Tells whether an action was refused because its session has expired; does not consume the answer. */
export async function isSignedOutRefusal(answer: Response): Promise<boolean> {
  if (!answer.ok || !answer.headers.get("content-type")?.startsWith("text/x-component")) return false;
  return /"error":\{"code":"unauthenticated"/.test(await answer.clone().text());
}

/** Tells whether a page refresh redirects to sign-in. */
export async function redirectedToSignIn(answer: Response): Promise<boolean> {
  if (answer.redirected && new URL(answer.url).pathname === "/sign-in") return true;
  return /NEXT_REDIRECT;\w+;\/sign-in\?/.test(await answer.clone().text());
}
