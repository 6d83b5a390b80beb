import type { Actor } from "@/lib/actor/actor";
import type { Sql } from "@/lib/platform/db/sql";
import { AppError } from "@/lib/platform/errors/app-error";
import type { ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { refuseStep } from "@/lib/platform/life-cycle/refuse-step";
import { STATUS_LABELS } from "./format";
import { admitToBed, changePlannedEnd } from "./internal/admit-to-bed";
import { recordTaken, type Step, type Taken } from "./internal/change-row";
import { endStay, endWithoutStay } from "./internal/end-stay";
import { lockBookingIn, withLockedBooking, type LockedBooking } from "./internal/lock-booking";
import { changeReservation, reserveBed } from "./internal/reserve-bed";
import { rolesFor } from "./policy";
import type { BedBookingRow, ChangedBedBooking } from "./queries";
import { checkStep, isReservationLive, type StepVerdict } from "./rules";
import type { ChangeBedBookingInput } from "./schema";
import type { BedBookingStatus, Condition, RequestableStatus } from "./status";

/**
 * Takes a stay one step further (docs/domain.md §4), or changes it within its status: a reservation moves to another
 * bed or is extended, a planned end changes. Repeating the current values changes nothing. Compare-and-swap on the
 * version, under the locks of the beds involved. Throws `not-found`, `forbidden`, `invalid-transition`, `bed-taken` or
 * `bed-closed` with the free beds of its kind, `patient-admitted`, `invalid` (a reason or a bed is missing, an impossible time),
 * `version-mismatch`.
 */
export function changeBedBooking(
  actor: Actor,
  id: string,
  input: ChangeBedBookingInput,
  expectedVersion?: ExpectedVersion,
): Promise<ChangedBedBooking> {
  const wanted = { bookingId: id, toBedId: input.bedId, expectedVersion };
  return withLockedBooking(actor, wanted, (locked) => change(actor, locked, input));
}

/**
 * The same inside a transaction that does more, e.g. an ambulance's arrival. The caller holds no lock that comes after
 * `bed:`, and has not written to bookings or beds yet.
 */
export async function changeBedBookingIn(
  tx: Sql,
  actor: Actor,
  id: string,
  input: ChangeBedBookingInput,
  expectedVersion?: ExpectedVersion,
): Promise<ChangedBedBooking> {
  const locked = await lockBookingIn(tx, actor, { bookingId: id, toBedId: input.bedId, expectedVersion });
  return change(actor, locked, input);
}

async function change(
  actor: Actor,
  { isListed, ...locked }: LockedBooking,
  input: ChangeBedBookingInput,
): Promise<ChangedBedBooking> {
  const { tx, before, now } = locked;
  if (changesNothing(input, before)) return { ...before, notified: null };
  const verdict = checkStep(before.status, input.status, rolesFor(actor, before), {
    hasReason: input.reason !== undefined,
    hasBed: input.bedId !== undefined || before.bedId !== null,
    isLive: isReservationLive(before, now),
    isListed,
  });
  if (verdict !== "allowed") throw refusal(verdict, before, input.status);
  refuseUnexpectedFields(input);
  const step = { ...locked, input };
  const taken = input.status === before.status ? await changeWithinState(step) : await takeStep(step);
  return recordTaken(tx, actor, before, taken);
}

function changeWithinState(step: Step): Promise<Taken> {
  return step.before.status === "ADMITTED" ? changePlannedEnd(step) : changeReservation(step);
}

function takeStep(step: Step): Promise<Taken> {
  switch (step.input.status) {
    case "RESERVED":
      return reserveBed(step);
    case "ADMITTED":
      return admitToBed(step);
    case "DISCHARGED":
      return endStay(step);
    case "DECLINED":
    case "CANCELLED":
      return endWithoutStay(step, step.input.status);
  }
}

/** A request for the current status, bed and times succeeds without a change. */
function changesNothing(
  { status, reason, bedId, reservedUntil, endsAt }: ChangeBedBookingInput,
  before: BedBookingRow,
): boolean {
  const isSame = (said: string | null | undefined, at: Date | null) =>
    said === undefined || (said === null ? at === null : at?.getTime() === Date.parse(said));
  const isEnd = status === "DECLINED" || status === "CANCELLED";
  return (
    status === before.status &&
    (reason === undefined || !isEnd || reason === before.statusReason) &&
    (bedId === undefined || bedId === before.bedId) &&
    isSame(reservedUntil, before.reservedUntil) &&
    isSame(endsAt, before.endsAt)
  );
}

/** Fields of another step are refused rather than ignored. */
function refuseUnexpectedFields(input: ChangeBedBookingInput): void {
  const { status, bedId, reservedUntil, endsAt } = input;
  const isForBed = status === "RESERVED" || status === "ADMITTED";
  const unexpected = Object.entries({
    bedId: bedId !== undefined && !isForBed,
    reservedUntil: reservedUntil !== undefined && status !== "RESERVED",
    endsAt: endsAt !== undefined && !isForBed,
  }).flatMap(([path, hasUnexpectedField]) =>
    hasUnexpectedField ? [{ path, message: "Doesn't belong to this step" }] : [],
  );
  if (unexpected.length > 0) throw new AppError("invalid", undefined, { fields: unexpected });
}

function refusal(verdict: Exclude<StepVerdict, "allowed">, before: BedBookingRow, to: RequestableStatus): AppError {
  const step = { thing: "A stay", from: before.status, to, labels: STATUS_LABELS };
  return refuseStep<BedBookingStatus, Condition>(verdict, step, (condition) => {
    switch (condition) {
      case "bed":
        return new AppError("invalid", "Choose a bed.", { fields: [{ path: "bedId", message: "Required" }] });
      case "live":
        return new AppError("invalid-transition", "The reservation has expired, and the bed is free again.", {
          extra: { from: "EXPIRED", to },
        });
      case "listed":
        return new AppError("invalid-transition", "The hospital isn't verified, so new beds can't be reserved.");
    }
  });
}
