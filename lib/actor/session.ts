import type { Route } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { currentRequest } from "@/lib/platform/log/request-context";
import { keepPrivate } from "@/lib/platform/page-notes/page-notes";
import type { Actor } from "./actor";
import { cookieName } from "@/lib/platform/auth/cookie-name";
import { routes } from "@/lib/site/routes";
import { findActorOfSessionToken } from "./find-actor";

/**
 * Returns who is viewing this page or calling this action; null for visitors. One query per request, however often it
 * is called.
 */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const jar = await cookies();
  const actor = await findActorOfSessionToken(jar.get(cookieName("session"))?.value);
  if (actor) keepPrivate();
  const request = currentRequest();
  if (request && actor) request.actorId = actor.userId;
  return actor;
});

/** Returns the signed-in actor, or redirects to sign-in and back to `from` afterwards. For pages. */
export async function requirePageActor(from: Route): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(routes.signIn({ from }));
  return actor;
}
