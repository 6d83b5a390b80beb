import { createHmac, randomUUID } from "node:crypto";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { presence } from "@/lib/platform/db/presence";
import { AppError } from "@/lib/platform/errors/app-error";
import { log } from "@/lib/platform/log/log";
import { openAnswer, sealAnswer } from "@/lib/platform/idempotency/seal-answer";
import { claimKey, deleteKey, keepAnswer, keptAnswer } from "@/lib/platform/idempotency/statements";
import type { Answer } from "./problem";

export type IdempotentRequest = { actorKey: string; key: string; route: string; requestHash: string };

/** Returns the request's `Idempotency-Key`, or null. Throws `invalid` unless it has 1 to 255 printable characters. */
export function readIdempotencyKey(headers: Headers): string | null {
  const key = headers.get("idempotency-key");
  if (key === null || /^[\x20-\x7e]{1,255}$/.test(key)) return key;
  throw new AppError("invalid", undefined, {
    fields: [{ path: "Idempotency-Key", message: "Must have 1 to 255 printable characters" }],
  });
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Identifies equal requests. Keyed, because a plain digest of a body with a password would help to guess it. */
export function hashRequest(method: string, url: string, body: unknown): string {
  const text = `${method}\n${url}\n${body === undefined ? "" : JSON.stringify(body, sorted)}`;
  return createHmac("sha256", config.auth.secret).update(text).digest("base64url");
}

/** Claims the key. Returns the owner's ID, or undefined when another request has it. */
async function claim(request: IdempotentRequest): Promise<string | undefined> {
  const [row] = await claimKey(db, { id: randomUUID(), ...request, owner: presence() });
  return row?.id;
}

async function replay(request: IdempotentRequest): Promise<Answer> {
  const [row] = await keptAnswer(db, request.actorKey, request.key);
  if (row !== undefined && row.requestHash !== request.requestHash) throw new AppError("idempotency-key-reused");
  // No row: its owner failed and released it between our two statements. Retrying is right in both cases.
  if (row === undefined || row.status === null)
    throw new AppError("request-in-progress", undefined, { retryAfterSeconds: 1 });
  const headers = row.headers as Record<string, string>;
  return {
    status: row.status,
    body: typeof row.body === "string" ? openAnswer(row.body) : null,
    headers: { ...headers, "Idempotent-Replayed": "true" },
  };
}

async function keep(id: string, answer: Answer): Promise<void> {
  // The body is sealed as one JSON string, so that it is replayed byte for byte.
  await keepAnswer(db, id, {
    status: answer.status,
    body: JSON.stringify(answer.body === null ? null : sealAnswer(answer.body)),
    headers: JSON.stringify(answer.headers),
  });
}

/**
 * Runs `work` once per key and replays its first answer afterwards. Temporary failures (5xx, 429, deadlocks) are not
 * kept. Throws `idempotency-key-reused` (another request) or `request-in-progress`. The answer is stored after the
 * work's commit: if the process dies in between, a repetition runs the work again, so what a route creates must be
 * unique by its own constraint (tests/contract/idempotency-booking.test.ts).
 */
export async function answerOnce(request: IdempotentRequest, work: () => Promise<Answer>): Promise<Answer> {
  const id = await claim(request);
  if (id === undefined) return replay(request);
  const answer = await work().catch(async (error: unknown) => {
    await deleteKey(db, id);
    throw error;
  });
  try {
    await (answer.isTransient ? deleteKey(db, id) : keep(id, answer));
  } catch (error) {
    // The work is done and reported; a retry within the minute gets a 409, and later it runs again.
    log.error({ err: error }, "an idempotent answer was not kept");
  }
  return answer;
}
