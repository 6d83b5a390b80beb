"use client";
import { useEffect, useState } from "react";
import { z } from "zod";
import { offeredSlotSchema, type OfferedSlot } from "@/lib/domain/schedules/schema";

export type WantedSlots = {
  doctorId: string;
  serviceId: string | null;
  hospitalId?: string | undefined;
  /** The first date, in the reader's calendar. */
  firstDate: string;
  days: number;
};

type Answer = { key: string; slots: OfferedSlot[] | null };

const answer = z.object({ slots: z.array(offeredSlotSchema) });
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * A doctor's available times over some days as the practice books them, loaded on demand; null loads none. `retry`
 * loads them again.
 */
export function useFreeSlots(wanted: WantedSlots | null) {
  const [attempt, setAttempt] = useState(0);
  const [latest, setLatest] = useState<Answer>();
  const address = wanted && addressOf(wanted);
  const key = `${attempt} ${address}`;
  useEffect(() => {
    if (address === null) return;
    const abort = new AbortController();
    void read(address, abort.signal).then((slots) => {
      if (!abort.signal.aborted) setLatest({ key, slots });
    });
    return () => abort.abort();
  }, [address, key]);
  const retry = () => setAttempt((one) => one + 1);
  if (latest?.key !== key) return { state: "loading", slots: [], retry } as const;
  if (latest.slots === null) return { state: "failed", slots: [], retry } as const;
  return { state: "ready", slots: latest.slots, retry } as const;
}

function addressOf({ doctorId, serviceId, hospitalId, firstDate, days }: WantedSlots): string {
  // A date begins up to 14 hours earlier than in UTC; the picker sorts the times into the reader's days.
  const from = Date.parse(`${firstDate}T00:00:00Z`) - 14 * HOUR_MS;
  const query = new URLSearchParams({
    from: new Date(from).toISOString(),
    to: new Date(from + (days + 2) * DAY_MS).toISOString(),
    as: "practice",
  });
  if (serviceId) query.set("serviceId", serviceId);
  if (hospitalId) query.set("hospitalId", hospitalId);
  return `/api/doctors/${doctorId}/availability?${query}`;
}

async function read(address: string, signal: AbortSignal): Promise<OfferedSlot[] | null> {
  try {
    const response = await fetch(address, { signal, headers: { accept: "application/json" } });
    return response.ok ? answer.parse(await response.json()).slots : null;
  } catch {
    return null;
  }
}
