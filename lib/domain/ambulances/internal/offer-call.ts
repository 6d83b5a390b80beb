import { recordNews } from "@/lib/domain/contacts/record-news";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { callEvent, callStepEvent } from "../events";
import { findNearest, listHospitalsWithFreeVehicle } from "./find-nearest";
import { callSelect, type CallRow } from "../queries";
import { ESCALATION_MINUTES, minutesAfter } from "../rules";

/** Returns the lock under which a call changes: its holder reads what the last holder committed. */
export function callLock(id: string): string {
  return `ambulance-call:${id}`;
}

/** Why a call ends that every hospital has declined, or that none could serve for an hour. */
const NO_VEHICLE_REASON = "No hospital within reach could send an ambulance.";

/**
 * Also asks the next nearest hospital, in a transaction that holds the call's lock. If there is none, those with an
 * open offer and a free vehicle are asked again, the caller is notified once, and the call ends if all have declined.
 * Records what happened; returns the call as it is now.
 */
export async function offerToOthers(tx: Tx, actor: Actor, call: CallRow, now: Date): Promise<CallRow> {
  const except = call.offers.map(({ hospitalId }) => hospitalId);
  const { id, kind, pickupLatitude: latitude, pickupLongitude: longitude } = call;
  const next = await findNearest(tx, { kind, latitude, longitude, except });
  if (next) {
    await tx.ambulanceOffer.create({ data: { bookingId: id, ...next, offeredAt: now } });
    const row = await change(tx, call, { escalatesAt: minutesAfter(now, ESCALATION_MINUTES), nobodyLeftAt: null });
    const escalation = {
      action: "ambulance-booking.escalate",
      subject: "ambulance-booking",
      subjectId: id,
      patientId: row.patientId,
      hospitalId: next.hospitalId,
    };
    await recordNews(tx, actor, escalation, [callEvent("ambulance-booking.offered", row, [next.hospitalId])]);
    return row;
  }
  const open = call.offers.filter(({ status }) => status === "OPEN").map(({ hospitalId }) => hospitalId);
  if (open.length === 0 && call.offers.length > 0) return endUnserved(tx, actor, call, now);
  return askAgain(tx, actor, call, open, now);
}

/** Ends a call when no vehicle is coming and no hospital is left to ask, and tells the caller. */
export async function endUnserved(tx: Tx, actor: Actor, call: CallRow, now: Date): Promise<CallRow> {
  const open = call.offers.filter(({ status }) => status === "OPEN").map(({ hospitalId }) => hospitalId);
  await tx.ambulanceOffer.updateMany({
    where: { bookingId: call.id, status: "OPEN" },
    data: { status: "CLOSED", respondedAt: now },
  });
  const row = await change(tx, call, {
    status: "DECLINED",
    statusReason: NO_VEHICLE_REASON,
    endedAt: now,
    escalatesAt: null,
  });
  const ended = {
    action: "ambulance-booking.end-unserved",
    subject: "ambulance-booking",
    subjectId: row.id,
    patientId: row.patientId,
  };
  await recordNews(tx, actor, ended, [callStepEvent("DECLINED", row, open)]);
  return row;
}

async function askAgain(tx: Tx, actor: Actor, call: CallRow, open: string[], now: Date): Promise<CallRow> {
  const askedLongAgo = call.offers
    .filter(({ status, offeredAt }) => status === "OPEN" && minutesAfter(offeredAt, ESCALATION_MINUTES) <= now)
    .map(({ hospitalId }) => hospitalId);
  const again = await listHospitalsWithFreeVehicle(tx, askedLongAgo, call.kind);
  const isNews = call.nobodyLeftAt === null;
  if (!isNews && again.length === 0) return call;
  if (again.length > 0) {
    await tx.ambulanceOffer.updateMany({
      where: { bookingId: call.id, hospitalId: { in: again } },
      data: { offeredAt: now },
    });
  }
  // Always due: the timer checks again each round, and writes only when something has changed.
  const row = await change(tx, call, { escalatesAt: now, nobodyLeftAt: call.nobodyLeftAt ?? now });
  const looked = {
    action: "ambulance-booking.ask-again",
    subject: "ambulance-booking",
    subjectId: row.id,
    patientId: row.patientId,
  };
  await recordNews(tx, actor, looked, [
    ...(isNews ? [callEvent("ambulance-booking.unanswered", row, open)] : []),
    ...again.map((hospitalId) => callEvent("ambulance-booking.offered", row, [hospitalId])),
  ]);
  return row;
}

async function change(
  tx: Tx,
  call: CallRow,
  data: {
    status?: "DECLINED";
    statusReason?: string;
    endedAt?: Date;
    escalatesAt: Date | null;
    nobodyLeftAt?: Date | null;
  },
): Promise<CallRow> {
  await tx.ambulanceBooking.update({
    where: { id: call.id },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  });
  return tx.ambulanceBooking.findUniqueOrThrow({ where: { id: call.id }, select: callSelect });
}
