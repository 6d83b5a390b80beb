import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@/lib/platform/errors/app-error";

// OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing occupies a core while it runs; other requests must not wait for it. */
const MAX_CONCURRENT = 2;
const MAX_WAITING = 200;
const waiting: (() => void)[] = [];
let running = 0;

/** Runs expensive work a few at a time. Throws `rate-limited` when the queue is full. */
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
    // The place is passed on rather than released, so that no one jumps the queue.
    if (next) next();
    else running--;
  }
}

// A hash that no password matches, so that an unknown address takes as long as a wrong password.
let decoy: Promise<string> | undefined;

/** Hashes a password with argon2id, in PHC format. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFC"), COST));
}

/** Tells whether the password matches. Takes the same time when there is no hash. */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hash(crypto.randomUUID(), COST);
  const known = passwordHash ?? (await decoy);
  const matches = await inTurn(() => verify(known, password.normalize("NFC")));
  return matches && passwordHash !== null;
}
