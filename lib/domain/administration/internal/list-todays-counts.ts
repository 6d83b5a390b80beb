import { APPOINTMENT_STATUSES } from "@/lib/domain/appointments/status";
import { db } from "@/lib/platform/db/db";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import type { ProfileKind } from "../schema";
import type { ProfileDetails } from "../schema-profiles";

/** Returns how many appointments a doctor or a hospital has today, by status, by the clock of the place; none of those on hold. */
export async function listTodaysCounts(
  kind: ProfileKind,
  { id, timeZone }: Pick<ProfileDetails, "id" | "timeZone">,
): Promise<ProfileDetails["today"]> {
  const date = localDateAt(new Date(), timeZone);
  const startsAt = { gte: startOfLocalDate(date, timeZone), lt: startOfLocalDate(shiftDate(date, 1), timeZone) };
  const rows = await db.appointment.groupBy({
    by: ["status"],
    where: { ...(kind === "doctor" ? { doctorId: id } : { hospitalId: id }), startsAt, status: { not: "HELD" } },
    _count: true,
  });
  return APPOINTMENT_STATUSES.flatMap((status) => {
    const count = rows.find((row) => row.status === status)?._count ?? 0;
    return count > 0 ? [{ status, count }] : [];
  });
}
