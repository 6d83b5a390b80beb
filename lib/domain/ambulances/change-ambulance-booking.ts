import { notifiedOf, recordNews } from "@/lib/domain/contacts/record-news";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { stampOf } from "@/lib/platform/life-cycle/life-cycle";
import { refuseStep } from "@/lib/platform/life-cycle/refuse-step";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { admitOnArrival, releaseBed } from "./internal/arrange-bed";
import { declineOffer } from "./internal/decline-offer";
import { dispatchAmbulance, vehicleLock } from "./internal/dispatch-ambulance";
import { callStepEvent } from "./events";
import { STATUS_LABELS } from "./format";
import { callLock } from "./internal/offer-call";
import { rolesFor } from "./policy";
import { callSelect, getCallIn, type CallRow, type ChangedCall } from "./queries";
import { checkStep, type StepVerdict } from "./rules";
import type { ChangeCallInput } from "./schema";
import { CALL_LIFE_CYCLE, takesVehicle, type AmbulanceBookingStatus, type RequestableBookingStatus } from "./status";

/**
 * Takes a call one step further (docs/domain.md §4), each step stamped, under the call's lock. The first dispatch wins, so
 * a dispatcher who sends a vehicle need not give a version; arrival admits to the reserved bed in the same transaction.
 * Throws `not-found`, `forbidden`, `invalid-transition`, `call-taken`, `ambulance-taken`, `bed-taken`,
 * `bed-closed`, `patient-admitted`, `invalid` (a reason or a vehicle is missing), `version-mismatch`.
 */
export function changeAmbulanceBooking(
  actor: Actor,
  id: string,
  input: ChangeCallInput,
  expectedVersion?: ExpectedVersion,
  now: Date = new Date(),
): Promise<ChangedCall> {
  const locks = [callLock(id), ...(input.ambulanceId ? [vehicleLock(input.ambulanceId)] : [])];
  return inTransaction(
    actor,
    async (tx) => {
      const call = await getCallToChange(tx, actor, id, input.status);
      requireVersion(call, expectedVersion);
      if (changesNothing(input, call)) return { ...call, notified: null };
      const verdict = checkStep(call.status, input.status, rolesFor(actor, call), input.reason !== undefined);
      if (verdict !== "allowed") throw refusal(verdict, call.status, input.status);
      refuseUnexpectedFields(input);
      if (input.status === "DISPATCHED")
        return untold(await dispatchAmbulance(tx, actor, call, input.ambulanceId, now));
      if (input.status === "DECLINED") return untold(await declineOffer(tx, actor, call, input.reason ?? "", now));
      if (input.status === "ARRIVED" && input.admit !== false) await admitOnArrival(tx, actor, call, now);
      return takeStep(tx, actor, call, { to: input.status, reason: input.reason }, now);
    },
    { locks },
  );
}

const untold = (call: CallRow): ChangedCall => ({ ...call, notified: null });

/**
 * A request for the current state succeeds without a change. A hospital that lost the call is an exception: it sent no
 * vehicle.
 */
function changesNothing({ status, reason, ambulanceId }: ChangeCallInput, call: CallRow): boolean {
  const isSameVehicle = ambulanceId === undefined ? status !== "DISPATCHED" : ambulanceId === call.ambulanceId;
  const isSameReason = reason === undefined || status !== "CANCELLED" || reason === call.statusReason;
  return status === call.status && isSameVehicle && isSameReason;
}

/** Fields of another step are refused rather than ignored. */
function refuseUnexpectedFields({ status, ambulanceId, admit }: ChangeCallInput): void {
  const unexpected = {
    ambulanceId: ambulanceId !== undefined && status !== "DISPATCHED",
    admit: admit !== undefined && status !== "ARRIVED",
  };
  const fields = Object.entries(unexpected).flatMap(([path, hasUnexpectedField]) =>
    hasUnexpectedField ? [{ path, message: "Doesn't belong to this step" }] : [],
  );
  if (fields.length > 0) throw new AppError("invalid", undefined, { fields });
}

/** Throws `call-taken`, not `not-found`, for a hospital that lost the call to another. */
async function getCallToChange(tx: Tx, actor: Actor, id: string, to: RequestableBookingStatus): Promise<CallRow> {
  const call = await getCallIn(tx, actor, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  });
  if (call) return call;
  const own =
    actor.hospitalId && actor.staffRole && (to === "DISPATCHED" || to === "DECLINED") ? actor.hospitalId : null;
  const lost = own
    ? await tx.ambulanceOffer.findFirst({
        where: { bookingId: id, hospitalId: own },
        select: { status: true, booking: { select: { status: true } } },
      })
    : null;
  if (!lost) throw notFound();
  if (lost.status === "CLOSED" && takesVehicle(lost.booking.status)) throw callTaken();
  throw new AppError(
    "invalid-transition",
    lost.status === "DECLINED" ? "Your hospital has declined this call." : "The call is over.",
  );
}

/** The error for a hospital that dispatched just after another one. */
function callTaken(): AppError {
  return new AppError("call-taken", "Another hospital has already sent a vehicle. Yours stays free.");
}

type Taken = { to: RequestableBookingStatus; reason?: string | undefined; byCaller?: boolean };

/**
 * Takes a step that needs only its stamp, in a transaction that holds the call's lock. A caller without an account is
 * represented by the tracking token.
 */
export async function takeStep(
  tx: Tx,
  actor: Actor,
  call: CallRow,
  { to, reason, byCaller = false }: Taken,
  now: Date,
): Promise<ChangedCall> {
  const asked = call.offers.filter(({ status }) => status === "OPEN").map(({ hospitalId }) => hospitalId);
  if (to === "CANCELLED") await releaseBed(tx, call);
  const { count } = await tx.ambulanceBooking.updateMany({
    where: { id: call.id, status: call.status, version: call.version },
    data: {
      ...stampOf(CALL_LIFE_CYCLE, to, now),
      status: to,
      escalatesAt: null,
      version: { increment: 1 },
      ...(to === "CANCELLED" ? { statusReason: reason ?? null } : {}),
    },
  });
  if (count === 0) throw versionMismatch();
  if (to === "CANCELLED")
    await tx.ambulanceOffer.updateMany({
      where: { bookingId: call.id, status: "OPEN" },
      data: { status: "CLOSED", respondedAt: now },
    });
  const row = await tx.ambulanceBooking.findUniqueOrThrow({ where: { id: call.id }, select: callSelect });
  const frees = takesVehicle(call.status) && !takesVehicle(to);
  const audit = {
    action: `ambulance-booking.${to.toLowerCase().replace("_", "-")}`,
    subject: "ambulance-booking",
    subjectId: row.id,
    patientId: row.patientId,
    hospitalId: row.hospitalId,
    details: { from: call.status, ...(byCaller ? { as: "caller" } : {}) },
  };
  const told = callStepEvent(to, row, [...asked, ...(row.hospitalId ? [row.hospitalId] : [])]);
  const reaches = await recordNews(tx, actor, audit, [
    byCaller ? { ...told, news: { ...told.news, isOwn: true } } : told,
    ...(frees && row.hospitalId ? [capacityChanged(row.hospitalId)] : []),
  ]);
  return { ...row, notified: notifiedOf(reaches) };
}

/** The error for a step that can't be taken. */
export function refusal(
  verdict: Exclude<StepVerdict, "allowed">,
  from: AmbulanceBookingStatus,
  to: RequestableBookingStatus,
): AppError {
  const step = { thing: "A call", from, to, labels: STATUS_LABELS };
  return refuseStep<AmbulanceBookingStatus, never>(verdict, step, (none) => none);
}
