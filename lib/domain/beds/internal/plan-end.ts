import { AppError } from "@/lib/platform/errors/app-error";

type Planned = { startsAt: Date; endsAt: Date | null };

/**
 * Until when a stay is planned: as someone says now, else as it was. A plan that has passed is none any more, and one
 * that is made now lies ahead. Throws `invalid` on `endsAt`.
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
