import { createHash } from "node:crypto";
import type { Actor } from "@/lib/actor/actor";

/** Tells a browser that its person has signed in again; says nothing of the session itself. */
export function sessionMark({ sessionId }: Actor): string {
  return createHash("sha256")
    .update(sessionId ?? "")
    .digest("base64url")
    .slice(0, 16);
}
