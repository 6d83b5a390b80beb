import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { changeRow, writeStep, type Step, type Taken } from "./change-row";
import { claimBed } from "./claim-bed";
import { bedBookingEvent, statusEvent } from "../events";
import { plannedEnd } from "./plan-end";
import { defaultReservedUntil, latestReservedUntil } from "../rules";

/** Keeps a bed for a request, from when it is wanted, until it is used or the reservation runs out. */
export async function reserveBed(step: Step): Promise<Taken> {
  const { columns, events } = await claimForReservation(step);
  const row = await writeStep(step, "RESERVED", columns);
  return { row, action: "reserve", events: [statusEvent("RESERVED", row), ...events] };
}

/** A reservation moves to another bed or is reserved for longer; the old bed is free at once. */
export async function changeReservation(step: Step): Promise<Taken> {
  const { columns, events } = await claimForReservation(step);
  const row = await changeRow(step, columns);
  return { row, action: "change", events: [bedBookingEvent("bed-booking.reservation-changed", row), ...events] };
}

async function claimForReservation(step: Step) {
  const { tx, before, input, now } = step;
  const bedId = input.bedId ?? before.bedId;
  if (!bedId) throw notFound();
  const { startsAt } = before;
  const endsAt = plannedEnd(input.endsAt, before, now);
  const reservedUntil = keptUntil(step);
  const period = { startsAt, endsAt, reservedUntil };
  const claim = { hospitalId: before.hospitalId, bedId, bookingId: before.id, ...period, isAdmission: false };
  const { events } = await claimBed(tx, claim, now);
  return { columns: { bedId, endsAt, reservedUntil }, events };
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
