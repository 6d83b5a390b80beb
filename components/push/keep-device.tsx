"use client";
import { useEffect } from "react";
import { forgetOthersVisit } from "@/components/offline/kept-visit";
import type { Subscription } from "@/lib/domain/push/schema";
import { addressOf, findOwnSubscription, keyOf, readMark, startWorker, subscribe, writeMark } from "./browser-push";

export type KeepDeviceProps = {
  userId: string;
  /** Differs between sign-ins. */
  session: string;
  build: string;
  /** Null where no push is sent. */
  publicKey: string | null;
};

/**
 * On every page of a portal: starts the service worker, and keeps what this device shows and holds in step with who is signed in.
 * Notifications and the next appointment of someone else end, one's own go on with a new sign-in.
 */
export function KeepDevice({ userId, session, build, publicKey }: KeepDeviceProps) {
  useEffect(() => {
    forgetOthersVisit(userId);
    void keepDevice({ userId, session, build, publicKey });
  }, [userId, session, build, publicKey]);
  return null;
}

async function keepDevice({ userId, session, build, publicKey }: KeepDeviceProps): Promise<void> {
  if (!(await startWorker(build))) return;
  const [subscription, mark] = [await findOwnSubscription(), readMark()];
  if (!subscription) return writeMark(null);
  if (mark?.userId !== userId || publicKey === null) {
    writeMark(null);
    await subscription.unsubscribe().catch(() => undefined);
    return;
  }
  if (mark.session === session && keyOf(subscription) === publicKey) return;
  const id = await confirm(await subscribe(publicKey, build)).catch(() => null);
  if (id !== null) writeMark({ userId, session, id });
}

/** Not a server action, because those wait for each other, and no one waits for this. */
async function confirm(subscription: PushSubscription): Promise<string | null> {
  const answer = await fetch("/api/push-subscriptions", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(addressOf(subscription)),
  });
  return answer.ok ? ((await answer.json()) as Subscription).id : null;
}
