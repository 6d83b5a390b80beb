import type { Actor } from "@/lib/actor/actor";
import { sql } from "@/lib/platform/db/sql";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { nearestFree } from "./claim-slot";
import type { BookInput } from "../schema";

type HoldRow = {
  patientId: string;
  doctorId: string;
  scheduleId: string | null;
  serviceId: string | null;
  startsAt: Date;
  isLive: boolean;
};

/**
 * A booking that names a hold is the booking of that hold: place, service and patient are the hold's unless said
 * otherwise. Throws `not-found` for what is not the actor's hold, `hold-expired` with the nearest free times, `invalid`
 * for a hold of another time.
 */
export async function withNamedHold(actor: Actor, input: BookInput, now: Date): Promise<BookInput> {
  if (input.holdId === undefined) return input;
  const [hold] = await sql.$queryRaw<HoldRow[]>`
    SELECT "patientId", "doctorId", "scheduleId", "serviceId", "startsAt", ("status" = 'HELD' AND "holdExpiresAt" > ${now}) AS "isLive"
    FROM "Appointment" WHERE "id" = ${input.holdId}::uuid AND "bookedByUserId" = ${actor.userId}::uuid AND "holdExpiresAt" IS NOT NULL`;
  if (!hold) throw notFound();
  if (hold.doctorId !== input.doctorId || hold.startsAt.getTime() !== Date.parse(input.start)) {
    throw new AppError("invalid", "The hold is for a different time.", {
      fields: [{ path: "holdId", message: "Is for a different time" }],
    });
  }
  if (!hold.isLive) throw await holdExpired(input, now);
  const patientId = input.patientId ?? (input.patient ? undefined : hold.patientId);
  const { scheduleId = hold.scheduleId ?? undefined, serviceId = hold.serviceId ?? undefined } = input;
  return { ...input, patientId, scheduleId, serviceId };
}

/** The refusal of a hold that has run out, with the nearest free times; its own may be among them. */
export async function holdExpired(input: BookInput, now: Date): Promise<AppError> {
  return new AppError(
    "hold-expired",
    "We're no longer holding this time for you. These are the nearest available times.",
    {
      extra: { alternatives: await nearestFree(sql, input, now) },
    },
  );
}
