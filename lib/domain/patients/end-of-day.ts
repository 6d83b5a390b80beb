import type { Actor } from "@/lib/actor/actor";
import { AppError } from "@/lib/platform/errors/app-error";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";

/** Returns the day an access ends on, where the actor is; null for none. */
export function lastDay(actor: Pick<Actor, "timeZone">, expiresAt: Date | null): string | null {
  return expiresAt && localDateAt(new Date(expiresAt.getTime() - 1), actor.timeZone);
}

/** Returns the end of a day where the actor is; null for none. Throws `invalid` for a day that is over. */
export function endOfDay(actor: Actor, endsOn: string | null, now: Date): Date | null {
  if (endsOn === null) return null;
  if (endsOn < localDateAt(now, actor.timeZone))
    throw new AppError("invalid", undefined, { fields: [{ path: "endsOn", message: "Choose today or a later day" }] });
  return startOfLocalDate(shiftDate(endsOn, 1), actor.timeZone);
}
