/**
 * What became of handing a message to a provider. `retry`: it may work later. `refused`: it never will. `unconfigured`:
 * there is no provider. `answer` is a code for people who look for the cause: never an address or a text. `retryAfterSeconds`: the
 * provider asks not to be tried again before.
 */
export type Outcome = {
  is: "sent" | "retry" | "refused" | "unconfigured";
  answer: string | null;
  retryAfterSeconds?: number;
};

export const SENT: Outcome = { is: "sent", answer: null };
export const UNCONFIGURED: Outcome = { is: "unconfigured", answer: "not-configured" };

/** Makes a code of whatever a provider or a driver answered. */
export function answerCode(...parts: unknown[]): string {
  const code = parts
    .filter((part) => typeof part === "string" || typeof part === "number")
    .join("-")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[^A-Za-z0-9]+/, "")
    .slice(0, 60);
  return code === "" ? "unknown" : code;
}
