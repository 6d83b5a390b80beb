import { createHmac } from "node:crypto";
import { config } from "@/lib/platform/config/config";

/**
 * Tells the same bytes in one place (`context`, such as a visit) from others. Keyed: who only has the database can't find
 * out whether a file they know is among those stored.
 */
export function fingerprintOf(bytes: Uint8Array, context: string): string {
  return createHmac("sha256", config.auth.secret).update(`${context}\n`).update(bytes).digest("base64url");
}
