import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";

/** Returns the name of the account that acts, for the mails it sends. */
export async function nameOf(tx: Tx, actor: Actor): Promise<string> {
  const user = await tx.user.findUniqueOrThrow({ where: { id: actor.userId ?? "" }, select: { name: true } });
  return user.name;
}
