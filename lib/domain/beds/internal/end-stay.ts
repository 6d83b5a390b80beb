import { Prisma } from "@/lib/platform/db/db";
import { changeRow, type Step, type Taken } from "./change-row";
import { statusEvent } from "../events";
import { leaveBed } from "./leave-bed";

/**
 * The last step of a stay: the patient goes home and the bed to housekeeping, or it came to nothing and a bed that was
 * kept is free again.
 */
export async function endStay(step: Step): Promise<Taken> {
  const { tx, before, input, now } = step;
  if (input.status !== "DISCHARGED") {
    const columns = Prisma.sql`"status" = ${input.status}::"BedBookingStatus", "endedAt" = ${now}, "statusReason" = ${input.reason ?? null}`;
    const row = await changeRow(step, columns);
    return { row, action: input.status === "DECLINED" ? "decline" : "cancel", events: [statusEvent(row.status, row)] };
  }
  // A stay lasts, be it for a moment: it cannot end before it began.
  const endsAt = new Date(Math.max(now.getTime(), before.startsAt.getTime() + 1));
  const row = await changeRow(step, Prisma.sql`"status" = 'DISCHARGED', "endsAt" = ${endsAt}, "dischargedAt" = ${now}`);
  const left = before.bedId ? [await leaveBed(tx, before, before.bedId, now)] : [];
  return { row, action: "discharge", events: [statusEvent("DISCHARGED", row), ...left] };
}
