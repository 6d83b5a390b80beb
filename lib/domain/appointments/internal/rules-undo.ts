import type { AppointmentStatus, Role } from "../status";

/** How long after a step it can be taken back, in minutes; the database's trigger holds the same. */
export const UNDO_MINUTES = 30;

type Undo = { roles: Role[]; isTimed: boolean };

/** The steps that people take by mistake and may take back. A check-in as long as nothing has followed it. */
const UNDO: Partial<Record<AppointmentStatus, Undo>> = {
  CHECKED_IN: { roles: ["doctor", "staff"], isTimed: false },
  IN_PROGRESS: { roles: ["doctor"], isTimed: true },
  NO_SHOW: { roles: ["doctor", "staff"], isTimed: true },
  LEFT: { roles: ["doctor", "staff"], isTimed: true },
};

export type Stamps = { checkedInAt: Date | null; startedAt: Date | null; endedAt: Date | null };

/** When the step to the present state was taken; null where it cannot be taken back. */
export function steppedAt(status: AppointmentStatus, { checkedInAt, startedAt, endedAt }: Stamps): Date | null {
  if (!UNDO[status]) return null;
  return status === "CHECKED_IN" ? checkedInAt : status === "IN_PROGRESS" ? startedAt : endedAt;
}

/** The state before the last step; null where it cannot be taken back. */
export function stateBefore(status: AppointmentStatus, checkedInAt: Date | null): "CONFIRMED" | "CHECKED_IN" | null {
  if (!UNDO[status]) return null;
  return status !== "CHECKED_IN" && checkedInAt ? "CHECKED_IN" : "CONFIRMED";
}

export type UndoVerdict = "allowed" | "no-such-step" | "not-your-step" | "too-late";

/** Whether someone in these roles may take the last step back at `now`. */
export function checkUndo(status: AppointmentStatus, at: Date | null, roles: Role[], now: Date): UndoVerdict {
  const undo = UNDO[status];
  if (!undo) return "no-such-step";
  if (!undo.roles.some((role) => roles.includes(role))) return "not-your-step";
  const isLate = undo.isTimed && (at === null || now.getTime() - at.getTime() > UNDO_MINUTES * 60_000);
  return isLate ? "too-late" : "allowed";
}
