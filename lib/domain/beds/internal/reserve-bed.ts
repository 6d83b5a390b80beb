import { Prisma } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { changeRow, type Step, type Taken } from "./change-row";
import { claimBed } from "./claim-bed";
import { bedBookingEvent, statusEvent } from "../events";
import { plannedEnd } from "./plan-end";
import { defaultReservedUntil, latestReservedUntil } from "../rules";

/**
 * Keeps a bed for a booking, from when it is wanted, until it is used or the reservation runs out. A reservation that
 * stands already moves to another bed or is reserved for longer in the same way; the old bed is free at once.
 */
export async function reserveBed(step: Step): Promise<Taken> {
  const { tx, before, input, now } = step;
  const bedId = input.bedId ?? before.bedId;
  if (!bedId) throw notFound();
  const { startsAt } = before;
  const endsAt = plannedEnd(input.endsAt, before, now);
  const reservedUntil = keptUntil(step);
  const claim = { hospitalId: before.hospitalId, bedId, bookingId: before.id, startsAt, endsAt, isAdmission: false };
  const { events } = await claimBed(tx, claim, now);
  const row = await changeRow(
    step,
    Prisma.sql`"status" = 'RESERVED', "bedId" = ${bedId}::uuid, "endsAt" = ${endsAt}::timestamptz, "reservedUntil" = ${reservedUntil},
      "reservedAt" = coalesce("reservedAt", ${now})`,
  );
  if (before.status === "REQUESTED")
    return { row, action: "reserve", events: [statusEvent("RESERVED", row), ...events] };
  return { row, action: "change", events: [bedBookingEvent("bed-booking.reservation-changed", row), ...events] };
}

function keptUntil({ before, input, now }: Step): Date {
  const { startsAt, reservedUntil } = before;
  const latest = latestReservedUntil(startsAt, now);
  if (input.reservedUntil === undefined) return reservedUntil ?? defaultReservedUntil(startsAt, now);
  const until = new Date(input.reservedUntil);
  if (until > now && until <= latest) return until;
  const message = until > now ? "At most 72 hours from when it's needed" : "Must be in the future";
  throw new AppError("invalid", undefined, { fields: [{ path: "reservedUntil", message }] });
}
