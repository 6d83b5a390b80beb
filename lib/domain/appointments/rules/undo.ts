import { checkUndo as check, type UndoVerdict } from "@/lib/platform/life-cycle/life-cycle";
import { APPOINTMENT_LIFE_CYCLE, type AppointmentStatus, type Role } from "../status";

export type Stamps = { checkedInAt: Date | null; startedAt: Date | null; endedAt: Date | null };

/** The column that keeps when the present state was reached; null where that step can't be undone. */
export function undoableStamp(status: AppointmentStatus): keyof Stamps | null {
  if (!APPOINTMENT_LIFE_CYCLE.undo?.[status]) return null;
  return status === "CHECKED_IN" ? "checkedInAt" : status === "IN_PROGRESS" ? "startedAt" : "endedAt";
}

/** When the step to the present state was taken; null where it can't be undone. */
export function steppedAt(status: AppointmentStatus, stamps: Stamps): Date | null {
  const column = undoableStamp(status);
  return column && stamps[column];
}

/** The state before the last step; null where it can't be undone. */
export function stateBefore(status: AppointmentStatus, checkedInAt: Date | null): "CONFIRMED" | "CHECKED_IN" | null {
  if (!undoableStamp(status)) return null;
  const wasCheckedIn = status === "LEFT" || (status !== "CHECKED_IN" && checkedInAt !== null);
  return wasCheckedIn ? "CHECKED_IN" : "CONFIRMED";
}

/** Whether someone in these roles may undo at `now` the step that was taken at `reachedAt`. */
export function checkUndo(status: AppointmentStatus, reachedAt: Date | null, roles: Role[], now: Date): UndoVerdict {
  return check(APPOINTMENT_LIFE_CYCLE, { state: status, reachedAt, roles }, now);
}
