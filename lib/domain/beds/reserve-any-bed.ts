import { recordNews } from "@/lib/domain/contacts/record-news";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { claimBed } from "./internal/claim-bed";
import { statusEvent } from "./events";
import { lockBeds } from "./internal/lock-beds";
import { withReason } from "./internal/store-reason";
import { freeBeds, tryLock } from "./statements/beds";
import { bedBookingSelect, type BedBookingRow } from "./queries";
import type { WardKind } from "./status";

/** How many free beds are tried before reporting none: others claim from the top of the same list. */
const MAX_ATTEMPTS = 20;

export type AnyBed = {
  hospitalId: string;
  patientId: string;
  wardKind: WardKind;
  reservedUntil: Date;
  reason: string | null;
};

/**
 * Reserves any free bed of a kind from now on, in a transaction that does more, e.g. an ambulance's dispatch. Null when
 * there is none. Beds being claimed right now are skipped first and waited for last. The caller holds no lock that
 * comes after `bed:`, and has checked the patient and the actor's hospital.
 */
export async function reserveAnyBedIn(tx: Tx, actor: Actor, wanted: AnyBed): Promise<BedBookingRow | null> {
  const { hospitalId, wardKind: kind, reservedUntil: until } = wanted;
  const free = await freeBeds(tx, { hospitalId, kind, until }, MAX_ATTEMPTS);
  for (const { bedId } of free) {
    const row = (await isLockedAtOnce(tx, bedId)) ? await reserve(tx, actor, bedId, wanted) : null;
    if (row) return row;
  }
  return free[0] ? reserve(tx, actor, free[0].bedId, wanted) : null;
}

/** Never waits, so the order of these locks does not matter. */
async function isLockedAtOnce(tx: Tx, bedId: string): Promise<boolean> {
  const [row] = await tryLock(tx, `bed:${bedId}`);
  return row?.got ?? false;
}

/** Null when someone else was faster. */
async function reserve(tx: Tx, actor: Actor, bedId: string, wanted: AnyBed): Promise<BedBookingRow | null> {
  const now = await lockBeds(tx, { bedIds: [bedId] });
  const { reason, ...booking } = wanted;
  const { hospitalId, reservedUntil } = booking;
  const period = { startsAt: now, endsAt: null, reservedUntil };
  const claim = { hospitalId, bedId, bookingId: null, ...period, isAdmission: false };
  const bed = await claimBed(tx, claim, now).catch((error: unknown) => {
    if (error instanceof AppError) return null;
    throw error;
  });
  if (!bed) return null;
  const data = {
    ...booking,
    bedId,
    status: "RESERVED" as const,
    startsAt: now,
    reservedAt: now,
    requestedByUserId: actor.userId,
  };
  const [reserved] = await tx.bedBooking.createManyAndReturn({
    data: [data],
    skipDuplicates: true,
    select: bedBookingSelect,
  });
  if (!reserved) return null;
  const row = await withReason(tx, reserved, reason);
  const audit = {
    action: "bed-booking.reserve",
    subject: "bed-booking",
    subjectId: row.id,
    patientId: row.patientId,
    hospitalId,
  };
  await recordNews(tx, actor, audit, [statusEvent("RESERVED", row), ...bed.events, capacityChanged(hospitalId)]);
  return row;
}
