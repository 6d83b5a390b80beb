import { notFound } from "next/navigation";
import type { Actor } from "@/lib/actor/actor";
import { requirePageActor } from "@/lib/actor/session";

/** The administrator who looks at this page. For everyone else there is no such page. */
export async function requireAdmin(from: string): Promise<Actor> {
  const actor = await requirePageActor(from);
  if (!actor.isAdmin) notFound();
  return actor;
}
