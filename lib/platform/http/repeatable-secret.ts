import { createHmac } from "node:crypto";
import type { Caller } from "@/lib/platform/auth/caller";
import { config } from "@/lib/platform/config/config";
import { hashRequest, readIdempotencyKey } from "./idempotency";
import { actorKey } from "./read-request";

/**
 * Returns a secret that the same request with the same `Idempotency-Key` gets again on the same day, and no other
 * request ever; undefined without a key. What a route creates under it stays unique even when the process dies before
 * the answer is stored. 256 bits.
 */
export function repeatableSecret(request: Request, actor: Caller | null, body: unknown): string | undefined {
  const key = readIdempotencyKey(request.headers);
  if (key === null) return undefined;
  const day = new Date().toISOString().slice(0, 10);
  const text = [
    "repeatable-secret",
    day,
    actorKey(actor, request),
    key,
    hashRequest(request.method, new URL(request.url).pathname, body),
  ].join("\n");
  return createHmac("sha256", config.auth.secret).update(text).digest("base64url");
}
