import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { AppError } from "@/lib/platform/errors/app-error";
import { currentRequest } from "@/lib/platform/log/request-context";
import type { Actor } from "./actor";
import { cookieName } from "./cookie-name";
import { actorOfSessionToken } from "./session-token";

/** Who is looking at this page or calling this action; null for visitors. One query per request, however often asked. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const jar = await cookies();
  const actor = await actorOfSessionToken(jar.get(cookieName("session"))?.value);
  const request = currentRequest();
  if (request && actor) request.actorId = actor.userId;
  return actor;
});

/** The signed-in actor; throws `unauthenticated`. For actions. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) throw new AppError("unauthenticated");
  return actor;
}

/** The signed-in actor, or off to the sign-in page and back to `from` afterwards. For pages. */
export async function requirePageActor(from: string): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(`/sign-in?from=${encodeURIComponent(from)}`);
  return actor;
}
