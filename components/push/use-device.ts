"use client";
import { useEffect, useState } from "react";
import { addSubscriptionAction, removeSubscriptionAction } from "@/lib/domain/push/actions";
import type { Subscription } from "@/lib/domain/push/schema";
import {
  addressOf,
  canPush,
  findOwnSubscription,
  needsInstalling,
  readMark,
  subscribe,
  writeMark,
} from "./browser-push";

/** `asking`: unknown yet. `install`: only once CareSync is on the home screen. `blocked`: refused in the browser. */
export type DeviceState = "asking" | "unsupported" | "install" | "blocked" | "off" | "on";

export type Device = {
  state: DeviceState;
  /** Which of the account's browsers this one is. */
  id: string | null;
  /** Asks the browser's owner, and answers what went wrong; null for nothing. */
  turnOn: () => Promise<string | null>;
  turnOff: () => Promise<string | null>;
};

type Props = { userId: string; session: string; build: string; publicKey: string; items: readonly Subscription[] };

const FAILED = "We couldn't turn on notifications in this browser. Try again in a moment.";

async function stateNow(userId: string, items: readonly Subscription[]): Promise<Pick<Device, "state" | "id">> {
  if (needsInstalling()) return { state: "install", id: null };
  if (!canPush()) return { state: "unsupported", id: null };
  if (Notification.permission === "denied") return { state: "blocked", id: null };
  const [subscription, mark] = [await findOwnSubscription(), readMark()];
  const isOn = subscription !== null && mark?.userId === userId && items.some(({ id }) => id === mark.id);
  return isOn ? { state: "on", id: mark.id } : { state: "off", id: null };
}

/** Whether this browser shows the account's notifications, and the way to change that. */
export function useDevice({ userId, session, build, publicKey, items }: Props): Device {
  const [now, setNow] = useState<Pick<Device, "state" | "id">>({ state: "asking", id: null });
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      const next = await stateNow(userId, items);
      if (!isOver) setNow(next);
    };
    void look();
    return () => void (isOver = true);
  }, [userId, items]);

  const turnOn = async () => {
    const permission = await Notification.requestPermission();
    if (permission !== "granted") {
      setNow({ state: permission === "denied" ? "blocked" : "off", id: null });
      return null;
    }
    const subscription = await subscribe(publicKey, build).catch(() => null);
    if (!subscription) return FAILED;
    const added = await addSubscriptionAction(addressOf(subscription));
    if (!added.ok) return added.error.message;
    writeMark({ userId, session, id: added.data.id });
    setNow({ state: "on", id: added.data.id });
    return null;
  };

  const turnOff = async () => {
    const { id } = now;
    const removed = id === null ? null : await removeSubscriptionAction({ id });
    if (removed?.ok === false && removed.error.code !== "not-found") return removed.error.message;
    writeMark(null);
    await (await findOwnSubscription())?.unsubscribe().catch(() => false);
    setNow({ state: "off", id: null });
    return null;
  };

  return { ...now, turnOn, turnOff };
}
