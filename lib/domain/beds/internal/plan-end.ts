import { AppError } from "@/lib/platform/errors/app-error";

type Planned = { startsAt: Date; endsAt: Date | null };

/**
 * Returns the planned end of a stay: the new one if given, else the existing one. A plan that has passed is dropped,
 * and a new one must lie in the future. Throws `invalid` on `endsAt`.
 */
export function plannedEnd(said: string | null | undefined, { startsAt, endsAt }: Planned, now: Date): Date | null {
  if (said === null) return null;
  if (said === undefined) return endsAt && endsAt > now ? endsAt : null;
  const end = new Date(said);
  if (end > now && end > startsAt) return end;
  throw new AppError("invalid", undefined, {
    fields: [{ path: "endsAt", message: end > now ? "Must be after it starts" : "Must be in the future" }],
  });
}
