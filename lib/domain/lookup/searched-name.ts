import type { Actor } from "@/lib/actor/actor";
import { openSealed, seal } from "@/lib/platform/auth/seal";

const PURPOSE = "searched names";

/**
 * Seals a searched name for a list's address. Addresses end up in histories, logs and screenshots, so only the account
 * that searched can read it again.
 */
export function sealName(actor: Actor, name: string): string {
  return seal(name, { purpose: PURPOSE, owner: actor.userId ?? "" });
}

/** Returns the name in an address; undefined when this account did not search for it, or the address was changed. */
export function openName(actor: Actor, sealed: string): string | undefined {
  try {
    return openSealed(sealed, { purpose: PURPOSE, owner: actor.userId ?? "" });
  } catch {
    return undefined;
  }
}
