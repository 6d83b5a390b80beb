import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@/lib/platform/errors/app-error";

// OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing takes every core there is while it lasts; whoever only wants a page should not wait for it. */
const MAX_CONCURRENT = 2;
const MAX_WAITING = 200;
const waiting: (() => void)[] = [];
let running = 0;

/** Runs one after the other what costs so much, a few at a time. Throws `rate-limited` when the queue is full. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MAX_CONCURRENT) {
    if (waiting.length >= MAX_WAITING)
      throw new AppError("rate-limited", "Too many sign-ins at once. Please try again.", { retryAfterSeconds: 2 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    // The place is handed on, not given back: nobody slips in between.
    if (next) next();
    else running--;
  }
}

// A hash that no password matches, so that an unknown address takes as long as a wrong password.
let decoy: Promise<string> | undefined;

/** argon2id hash of a password, in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFC"), COST));
}

/** Whether the password fits. Takes the same time when there is no hash to compare with. */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hash(crypto.randomUUID(), COST);
  const known = passwordHash ?? (await decoy);
  const matches = await inTurn(() => verify(known, password.normalize("NFC")));
  return matches && passwordHash !== null;
}
