import type { Route } from "next";
import { notFound } from "next/navigation";
import type { Actor } from "@/lib/actor/actor";
import { requirePageActor } from "@/lib/actor/session";

/** Returns the administrator viewing this page; 404 for everyone else. */
export async function requireAdmin(from: Route): Promise<Actor> {
  const actor = await requirePageActor(from);
  if (!actor.isAdmin) notFound();
  return actor;
}
