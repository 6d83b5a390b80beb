import { statusEvent } from "../events";
import { insertStayText } from "../statements/texts";
import { writeStep, type Step, type Taken } from "./change-row";
import { leaveBed } from "./leave-bed";

/** The patient goes home, and the bed to housekeeping. */
export async function endStay(step: Step): Promise<Taken> {
  const { tx, before, now } = step;
  // A stay can't end before it began, not even by a millisecond.
  const endsAt = new Date(Math.max(now.getTime(), before.startsAt.getTime() + 1));
  const row = await writeStep(step, "DISCHARGED", { endsAt });
  const left = before.bedId ? [await leaveBed(tx, before, before.bedId, now)] : [];
  return { row, action: "discharge", events: [statusEvent("DISCHARGED", row), ...left] };
}

/** The booking comes to nothing, and a bed that was kept is free again. */
export async function endWithoutStay(step: Step, to: "DECLINED" | "CANCELLED"): Promise<Taken> {
  const ended = await writeStep(step, to, {});
  const statusReason = step.input.reason ?? null;
  if (statusReason !== null) await insertStayText(step.tx, ended.id, "STATUS_REASON", statusReason);
  const row = { ...ended, statusReason };
  return { row, action: to === "DECLINED" ? "decline" : "cancel", events: [statusEvent(to, row)] };
}
