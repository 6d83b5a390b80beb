import type { Actor } from "@/lib/actor/actor";
import type { EventDraft } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import type { NewsDraft } from "@/lib/domain/contacts/events";
import { recordNews } from "@/lib/domain/contacts/record-news";
import { listHospitalHours, reopenDates, type ClosedDate } from "@/lib/domain/schedules/close-dates";
import { listClosedDays } from "@/lib/domain/schedules/closed-days";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import { db, type Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { addJob } from "@/lib/platform/jobs/add-job";
import { check, stampOf } from "@/lib/platform/life-cycle/life-cycle";
import { refuseStep } from "@/lib/platform/life-cycle/refuse-step";
import { appointmentOnTime, disruptionEvent } from "./events";
import { STATUS_LABELS } from "./format";
import { endAnnounced } from "./internal/replace-delay";
import { blocksOf, claimedDates } from "./internal/claimed-dates";
import { underHospitalLocks } from "./internal/closed-hours";
import { tellJob } from "./internal/tell-job";
import { listToldOfDelay } from "./internal/told-of-delay";
import { dateText } from "./rules";
import { canAnnounce } from "./policy";
import { getDisruption, getDisruptionIn, type Disruption, type DisruptionRow } from "./queries";
import { DISRUPTION_LIFE_CYCLE, type DisruptionKind, type DisruptionStatus } from "./status";

type Step = { id: string; version?: ExpectedVersion };
type Stepped = Promise<Disruption>;

/**
 * Undoes a disruption before anyone has been told: the hours open again. Throws `not-found`, `forbidden`,
 * `invalid-transition` (patients have been told), `version-mismatch`.
 */
export function undoDisruption(actor: Actor, step: Step): Stepped {
  return take(actor, step, "UNDONE", reopen);
}

/** Tells the patients now instead of in two minutes. Throws the same errors. */
export function tellNow(actor: Actor, step: Step): Stepped {
  return take(actor, step, "ANNOUNCED", async (tx, row, now) => {
    await addJob(tx, ...tellJob(row.id, now));
    return [];
  });
}

/**
 * Ends an announced disruption early: the hours open again, and appointments that still need a new time keep the old one. Throws the same errors.
 */
export function endDisruption(actor: Actor, step: Step): Stepped {
  return take(actor, step, "ENDED", reopen);
}

const OTHER_PLACES = "This also concerns other places, so only the doctor can change it.";
const REFUSED: Record<DisruptionKind, string> = {
  AWAY: OTHER_PLACES,
  LATE: OTHER_PLACES,
  CLOSED: "Only the hospital can change this.",
  HOLIDAY: "Only the hospital's managers can change this.",
};

type Work = (tx: Tx, row: DisruptionRow, now: Date) => Promise<(EventDraft | NewsDraft)[]>;

/** Under the locks of its doctors, as everything that opens and closes hours; telling takes the disruption's. */
async function take(actor: Actor, { id, version }: Step, to: Exclude<DisruptionStatus, "PREPARED">, work: Work) {
  await underLocksOf(actor, await getDisruptionIn(db, actor, id), async (tx) => {
    const now = new Date();
    const before = await getDisruptionIn(tx, actor, id);
    requireStep(actor, before, to, version);
    const replaced = to === "ANNOUNCED" ? await endAnnounced(tx, before, now) : [];
    const changed = await tx.disruption.updateMany({
      where: { id, version: before.version },
      data: { status: to, ...stampOf(DISRUPTION_LIFE_CYCLE, to, now), version: { increment: 1 } },
    });
    if (changed.count === 0) throw versionMismatch();
    const events = await work(tx, before, now);
    const { doctorId, hospitalId } = before;
    const action = `disruption.${{ UNDONE: "undo", ANNOUNCED: "announce", ENDED: "end" }[to]}`;
    const audit = { action, subject: "disruption", subjectId: id, doctorId, hospitalId };
    const type = (
      { UNDONE: "disruption.undone", ANNOUNCED: "disruption.announced", ENDED: "disruption.ended" } as const
    )[to];
    await recordNews(tx, actor, audit, [...events, ...replaced, disruptionEvent(type, before)]);
  });
  return getDisruption(actor, id);
}

function underLocksOf(actor: Actor, row: DisruptionRow, work: (tx: Tx) => Promise<void>): Promise<void> {
  const locks = [`disruption:${row.id}`];
  if (row.doctorId !== null) return inTransaction(actor, work, { locks: [`doctor:${row.doctorId}`, ...locks] });
  // Also of doctors who have changed the department since.
  const closed = { hospitalId: row.hospitalId ?? "", departmentId: null };
  return underHospitalLocks(actor, closed, work, { locks });
}

function requireStep(actor: Actor, before: DisruptionRow, to: DisruptionStatus, version: ExpectedVersion): void {
  if (!canAnnounce(actor, before)) throw new AppError("forbidden", REFUSED[before.kind]);
  requireVersion(before, version);
  const from = before.status;
  const verdict = check(DISRUPTION_LIFE_CYCLE, { from, to, roles: ["practice"] }, () => true);
  if (verdict === "allowed") return;
  if (from === "ANNOUNCED" && to === "UNDONE")
    throw new AppError("invalid-transition", "The patients are already being told, so this can't be undone.", {
      extra: { from, to },
    });
  const step = { thing: "A disruption", from, to, labels: STATUS_LABELS };
  throw refuseStep<DisruptionStatus>(verdict as "no-such-step", step, () => new AppError("invalid-transition"));
}

/** Opens what it has closed, except what another one keeps closed; those who were told of a delay hear of its end. */
async function reopen(tx: Tx, row: DisruptionRow, now: Date): Promise<(EventDraft | NewsDraft)[]> {
  if (row.kind === "LATE") return (await listToldOfDelay(tx, row, now)).map(appointmentOnTime);
  const blocks = [...blocksOf(row), ...(await laterBlocks(tx, row, now))];
  const ids = [...new Set(blocks.map(({ scheduleId }) => scheduleId))];
  const places = await tx.schedule.findMany({
    where: { id: { in: ids } },
    select: { doctorId: true, hospitalId: true },
  });
  const claimed = await claimedDates(tx, places, row.id);
  const dates = blocks.filter((date) => !claimed.has(date));
  const doctorIds = [...new Set(places.map(({ doctorId }) => doctorId))];
  return [...(await reopenDates(tx, dates, now)), ...doctorIds.map(availabilityChanged)];
}

/** What it has closed in hours that were opened since, except where another closing still holds. */
async function laterBlocks(tx: Tx, row: DisruptionRow, now: Date): Promise<ClosedDate[]> {
  const { kind, hospitalId, departmentId, closedOn, createdAt } = row;
  if (row.doctorId !== null || hospitalId === null) return [];
  // Of a department that was removed since, no one knows the doctors.
  if (kind === "CLOSED" && departmentId === null) return [];
  const hours = await listHospitalHours(tx, { hospitalId, departmentId });
  const blocks: ClosedDate[] = [];
  for (const one of hours.filter((each) => each.createdAt > createdAt)) {
    const held = new Set((await listClosedDays(tx, one, now)).map(({ date }) => date));
    const dates = closedOn.map(dateText).filter((date) => !held.has(date));
    blocks.push(...dates.map((date) => ({ scheduleId: one.id, date, intervals: null })));
  }
  return blocks;
}
