import { instantText } from "@/lib/platform/time/iso-text";
import type { SignInFact } from "../schema-people";
import { HINDRANCES, type SessionEnd, type SignInFactCode } from "../status";

/** What is known about an account's way in. */
export type KnownSignIn = {
  isSuspended: boolean;
  suspendedAt: Date | null;
  lastSignInAt: Date | null;
  /** When the account was made without a password that anyone knows, and none has been chosen since. */
  madeWithoutPasswordAt: Date | null;
  /** Wrong passwords since the last success. */
  failures: number;
  failedAt: Date | null;
  slowedUntil: Date | null;
  /** A link to choose a password that still works. */
  linkUntil: Date | null;
  /** The last email with such a link. */
  linkMail: { state: string; answer: string | null; at: Date } | null;
  ended: { at: Date; by: SessionEnd } | null;
  emailChangedAt: Date | null;
  emailChangeUntil: Date | null;
  sessions: number;
};

type Parts = Partial<Record<"at" | "until", Date | null>> & { count?: number; answer?: string | null };

function fact(code: SignInFactCode, { at, until, count, answer }: Parts = {}): SignInFact {
  return {
    code,
    at: at ? instantText(at) : null,
    until: until ? instantText(until) : null,
    count: count ?? null,
    answer: answer ?? null,
  };
}

/** Returns what explains why someone can or can't sign in, the most decisive first; never nothing. */
export function signInFacts(known: KnownSignIn): SignInFact[] {
  const { lastSignInAt, ended, emailChangedAt, failures, sessions } = known;
  const isSince = (at: Date | null) => at !== null && (lastSignInAt === null || at > lastSignInAt);
  const facts = [
    known.isSuspended ? fact("suspended", { at: known.suspendedAt }) : null,
    known.madeWithoutPasswordAt
      ? fact("no-password", { at: known.madeWithoutPasswordAt, until: known.linkUntil })
      : null,
    known.slowedUntil ? fact("slowed", { count: failures, until: known.slowedUntil }) : null,
    failures > 0 ? fact("wrong-password", { count: failures, at: known.failedAt }) : null,
    ...linkFacts(known),
    isSince(emailChangedAt) ? fact("email-changed", { at: emailChangedAt }) : null,
    known.emailChangeUntil ? fact("email-change-pending", { until: known.emailChangeUntil }) : null,
    ended && isSince(ended.at) ? fact("sessions-ended", { at: ended.at, answer: ended.by }) : null,
    lastSignInAt === null && sessions === 0 ? fact("never") : null,
  ].filter((one) => one !== null);
  const open = sessions > 0 ? [fact("signed-in", { count: sessions })] : [];
  const isFine = !facts.some(({ code }) => HINDRANCES.includes(code)) && lastSignInAt !== null;
  return [...facts, ...(isFine ? [fact("fine", { at: lastSignInAt })] : []), ...open];
}

/** An email with a link matters until it was used or its time is over; one that failed, until the next sign-in. */
function linkFacts({ linkMail, linkUntil, lastSignInAt }: KnownSignIn): SignInFact[] {
  const { state, answer, at } = linkMail ?? { state: "NONE", answer: null, at: null };
  const isNew = at !== null && (lastSignInAt === null || at > lastSignInAt);
  if (isNew && (state === "GIVEN_UP" || state === "FAILED")) return [fact("link-failed", { at, answer })];
  if (linkUntil === null) return [];
  return [fact(state === "DUE" || state === "SENDING" ? "link-waiting" : "link-open", { at, until: linkUntil })];
}

/** How many letters two addresses may differ in to be one that was misspelt. */
const MOST_EDITS = 2;

/** Tells whether one address is probably a misspelling of the other: two letters added, left out, replaced or swapped at most. */
export function isMisspelling(typed: string, email: string): boolean {
  return edits(typed.toLowerCase(), email.toLowerCase()) <= MOST_EDITS;
}

/** The distance of Damerau and Levenshtein, counting two swapped letters once; the numbers above the limit are not exact. */
function edits(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MOST_EDITS) return MOST_EDITS + 1;
  let [before, above] = [[] as number[], Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line[column] = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, above] = [above, line];
  }
  return above[b.length] ?? 0;
}
