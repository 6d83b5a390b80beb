import type { Actor } from "@/lib/actor/actor";
import { sql } from "@/lib/platform/db/sql";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { listNearestSlots } from "./claim-slot";
import type { BookInput } from "../schema";
import { ownHold } from "../statements/appointments";

/**
 * Resolves a booking that names a hold: place, service and patient are the hold's by default. Throws `not-found` for a
 * hold that isn't the actor's, `hold-expired` with the nearest available times, `invalid` for a hold of another time.
 */
export async function withNamedHold(actor: Actor, input: BookInput, now: Date): Promise<BookInput> {
  if (input.holdId === undefined) return input;
  const [hold] = await ownHold(sql, input.holdId, actor.userId, now);
  if (!hold) throw notFound();
  if (hold.doctorId !== input.doctorId || hold.startsAt.getTime() !== Date.parse(input.start)) {
    throw new AppError("invalid", "The hold is for a different time.", {
      fields: [{ path: "holdId", message: "Is for a different time" }],
    });
  }
  if (!hold.isLive) throw await holdExpired(actor, input, now);
  const patientId = input.patientId ?? (input.patient ? undefined : hold.patientId);
  const { scheduleId = hold.scheduleId ?? undefined, serviceId = hold.serviceId ?? undefined } = input;
  return { ...input, patientId, scheduleId, serviceId };
}

/** The error for an expired hold, with the nearest available times, possibly including its own. */
export async function holdExpired(actor: Actor, input: BookInput, now: Date): Promise<AppError> {
  return new AppError(
    "hold-expired",
    "We're no longer holding this time for you. These are the nearest available times.",
    {
      extra: { alternatives: await listNearestSlots(sql, actor, input, now) },
    },
  );
}
