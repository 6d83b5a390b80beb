import { changeRow, recordStep, type Step } from "./change-row";
import { statusEvent } from "./events";
import { leaveBed } from "./leave-bed";
import type { BedBookingRow } from "./queries";

const ACTIONS: Partial<Record<BedBookingRow["status"], string>> = { DISCHARGED: "discharge", DECLINED: "decline", CANCELLED: "cancel" };

/**
 * The last step of a stay: the patient goes home and the bed to housekeeping, or it came to nothing and a bed that was
 * kept is free again.
 */
export async function endStay(step: Step): Promise<BedBookingRow> {
  const { tx, before, input, now } = step;
  const { status } = input;
  const isDischarge = status === "DISCHARGED";
  const row = await changeRow(tx, before, isDischarge ? discharged(before, now) : { status, endedAt: now, statusReason: input.reason ?? null });
  const left = isDischarge && before.bedId ? [await leaveBed(tx, before, before.bedId, now)] : [];
  await recordStep(step, ACTIONS[status] ?? "end", [statusEvent(row.status, row), ...left]);
  return row;
}

/** A stay lasts, be it for a moment: it cannot end before it began. */
function discharged({ startsAt }: BedBookingRow, now: Date) {
  const endsAt = new Date(Math.max(now.getTime(), startsAt.getTime() + 1));
  return { status: "DISCHARGED" as const, endsAt, dischargedAt: now };
}
