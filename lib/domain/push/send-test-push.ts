import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { routes } from "@/lib/site/routes";
import { visibleTo } from "./policy";
import { pushToBrowser } from "./internal/push-to-browser";
import type { TestResult } from "./schema";

const OPTIONS = { ttlSeconds: 300, urgency: "high" } as const;

/** Sends a notification to one of the actor's browsers, to see that it arrives. Throws `not-found`. */
export async function sendTestPush(actor: Actor, { id }: { id: string }): Promise<TestResult> {
  const own = await db.pushSubscription.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: { id: true } });
  if (!own) throw notFound();
  // That page leads everyone who is signed in to their own portal.
  const words = { body: "Notifications work on this device.", path: routes.signIn(), tag: "test" };
  const { result } = await pushToBrowser(id, words, OPTIONS);
  return { result: result === "too-large" ? "refused" : result };
}
