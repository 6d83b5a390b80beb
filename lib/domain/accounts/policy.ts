import type { Actor } from "@/lib/actor/actor";
import type { Prisma } from "@/lib/platform/db/db";

const NO_USER_ID = "00000000-0000-0000-0000-000000000000";

/** Only one's own account, which administrators can't change for others either. */
export function ownOf(actor: Actor): Prisma.UserWhereInput {
  return { id: actor.userId ?? NO_USER_ID };
}
