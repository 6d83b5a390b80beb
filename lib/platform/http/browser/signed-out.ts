/** Names whose page an action was pressed on: the server does it only for that person. */
export const PERSON_HEADER = "x-signed-in-as";

/** Whether an action was refused because its session is over; the answer itself stays unread. */
export async function isSignedOutRefusal(answer: Response): Promise<boolean> {
  if (!answer.ok || !answer.headers.get("content-type")?.startsWith("text/x-component")) return false;
  return /"error":\{"code":"unauthenticated"/.test(await answer.clone().text());
}

/** Whether a page that was read again leads to the sign-in instead. */
export async function redirectedToSignIn(answer: Response): Promise<boolean> {
  if (answer.redirected && new URL(answer.url).pathname === "/sign-in") return true;
  return /NEXT_REDIRECT;\w+;\/sign-in\?/.test(await answer.clone().text());
}
