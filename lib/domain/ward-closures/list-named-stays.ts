import type { Actor } from "@/lib/actor/actor";
import type { Page, PageQuery } from "@/lib/platform/input/page";
import { nameStays, type NamedStay } from "./internal/name-stays";
import { listClosureStays } from "./queries";

/** Returns a page of who has a closed bed, with their names, for the hospital's screens. Throws `not-found`. */
export async function listNamedStays(actor: Actor, id: string, page: PageQuery): Promise<Page<NamedStay>> {
  const { items, nextCursor } = await listClosureStays(actor, id, page);
  return { items: await nameStays(actor, items), nextCursor };
}
