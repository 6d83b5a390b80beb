import type { Actor } from "@/lib/actor/actor";
import { config } from "@/lib/platform/config/config";
import { Prisma } from "@/lib/platform/db/db";
import type { Sql } from "@/lib/platform/db/sql";
import { AppError } from "@/lib/platform/errors/app-error";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { counted } from "@/lib/platform/text/counted";
import type { OpenSlot } from "./claim-slot";
import { rolesFor } from "../policy";
import {
  canHold,
  visitQuotaReached,
  type HoldCounts,
  type Reached,
  type VisitCounts,
  type VisitQuota,
} from "./rules-quota";

type Wanted = { doctorId: string; patientId: string; open: OpenSlot; now: Date; ignoreAppointmentId?: string };

/**
 * Refuses one visit too many (`quota-reached`): upcoming, with this doctor, on this day, and by the limits of the
 * doctor's hours. Read in the transaction under the doctor's and the patient's lock, so that counts are exact. The
 * doctor and the front desk have no quotas.
 */
export async function requireVisitQuota(tx: Sql, actor: Actor, wanted: Wanted): Promise<void> {
  const { slot, schedule } = wanted.open;
  if (!isPatientOnly(actor, { ...wanted, hospitalId: slot.hospitalId })) return;
  const reached =
    visitQuotaReached(await countVisits(tx, wanted), config.quotas, schedule) ?? (await newPatientsReached(tx, wanted));
  if (reached) throw quotaReached(reached);
}

async function countVisits(
  tx: Sql,
  { doctorId, patientId, open, now, ignoreAppointmentId }: Wanted,
): Promise<VisitCounts> {
  const day = dayOf(open);
  const others = ignoreAppointmentId ? Prisma.sql`AND "id" <> ${ignoreAppointmentId}::uuid` : Prisma.empty;
  const [counts] = await tx.$queryRaw<VisitCounts[]>`
    SELECT count(*) FILTER (WHERE "startsAt" > ${now})::int AS "upcoming",
      count(*) FILTER (WHERE "startsAt" > ${now} AND "doctorId" = ${doctorId}::uuid)::int AS "withDoctor",
      count(*) FILTER (WHERE "startsAt" >= ${day.from} AND "startsAt" < ${day.to})::int AS "onDay",
      count(*) FILTER (WHERE "startsAt" >= ${day.from} AND "startsAt" < ${day.to} AND "scheduleId" = ${open.schedule.id}::uuid)::int AS "onDayHere"
    FROM "Appointment" WHERE "patientId" = ${patientId}::uuid AND "startsAt" >= ${day.from < now ? day.from : now} ${others}
      AND "status" IN ('PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS', 'COMPLETED')`;
  return counts ?? { upcoming: 0, withDoctor: 0, onDay: 0, onDayHere: 0 };
}

/** A new patient is one with no completed visit with the doctor. */
async function newPatientsReached(
  tx: Sql,
  { doctorId, patientId, open, ignoreAppointmentId }: Wanted,
): Promise<Reached | null> {
  const most = open.schedule.mostNewPatientsPerDay ?? null;
  if (most === null) return null;
  const day = dayOf(open);
  const others = ignoreAppointmentId ? Prisma.sql`AND a."id" <> ${ignoreAppointmentId}::uuid` : Prisma.empty;
  const isNew = (patient: Prisma.Sql) => Prisma.sql`NOT EXISTS (SELECT 1 FROM "Appointment" c
    WHERE c."patientId" = ${patient} AND c."doctorId" = ${doctorId}::uuid AND c."status" = 'COMPLETED')`;
  const [row] = await tx.$queryRaw<{ isNew: boolean; there: number }[]>`
    SELECT ${isNew(Prisma.sql`${patientId}::uuid`)} AS "isNew",
      (SELECT count(DISTINCT a."patientId")::int FROM "Appointment" a
       WHERE a."doctorId" = ${doctorId}::uuid AND a."scheduleId" = ${open.schedule.id}::uuid
         AND a."startsAt" >= ${day.from} AND a."startsAt" < ${day.to} AND a."patientId" <> ${patientId}::uuid
         AND a."status" IN ('PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS')
         AND ${isNew(Prisma.sql`a."patientId"`)} ${others}) AS "there"`;
  return row && row.isNew && row.there >= most ? { quota: "new-patients", most } : null;
}

/**
 * Refuses to hold one time too many (`hold-limit`); it can still be booked. Under the doctor's and the account's lock.
 */
export async function requireHoldQuota(tx: Sql, actor: Actor, wanted: Wanted, terms: object): Promise<void> {
  const { doctorId, open, now } = wanted;
  if (!isPatientOnly(actor, { ...wanted, hospitalId: open.slot.hospitalId })) return;
  const hourAgo = new Date(now.getTime() - 3_600_000);
  const [counts] = await tx.$queryRaw<HoldCounts[]>`
    SELECT (SELECT count(*)::int FROM "Appointment" WHERE "status" = 'HELD' AND "holdExpiresAt" > ${now}
        AND "bookedByUserId" = ${actor.userId}::uuid AND "doctorId" <> ${doctorId}::uuid) AS "elsewhere",
      (SELECT count(*)::int FROM "Appointment" WHERE "status" = 'HELD' AND "holdExpiresAt" > ${now}
        AND "bookedByUserId" <> ${actor.userId}::uuid AND "doctorId" = ${doctorId}::uuid) AS "others",
      count(*) FILTER (WHERE "startsAt" = ${new Date(open.slot.start)})::int AS "ofThisTime", count(*)::int AS "withDoctor"
    FROM "Appointment" WHERE "bookedByUserId" = ${actor.userId}::uuid AND "doctorId" = ${doctorId}::uuid
      AND "holdExpiresAt" IS NOT NULL AND "createdAt" > ${hourAgo}`;
  if (counts && !canHold(counts, config.quotas)) {
    throw new AppError("hold-limit", "We can't hold this time for you right now. You can still book it.", {
      extra: { terms },
    });
  }
}

function isPatientOnly(
  actor: Actor,
  booking: { doctorId: string; patientId: string; hospitalId: string | null },
): boolean {
  return rolesFor(actor, booking).every((role) => role === "patient");
}

/** The place's local date on which the slot begins, as half-open instants. */
function dayOf({ slot, schedule: { timeZone } }: OpenSlot): { from: Date; to: Date } {
  const date = localDateAt(slot.start, timeZone);
  return { from: startOfLocalDate(date, timeZone), to: startOfLocalDate(shiftDate(date, 1), timeZone) };
}

function quotaReached({ quota, most }: Reached): AppError {
  const visits = counted(most, "appointment");
  const details: Record<VisitQuota, string> = {
    upcoming: `You can have up to ${visits} booked online at a time. Cancel one you no longer need, or call the practice.`,
    "with-doctor": `You can have up to ${visits} booked online with one doctor. Please call the practice for more.`,
    "per-day": `You can book up to ${visits} on one day online. Please choose another day.`,
    "per-day-here": `This doctor takes up to ${visits} per patient a day. Please choose another day.`,
    "new-patients": "This doctor can't take more new patients on that day. Please choose another day.",
  };
  return new AppError("quota-reached", details[quota], { extra: { quota, most } });
}
