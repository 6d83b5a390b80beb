import type { Sql } from "@/lib/platform/db/sql";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import type { NewsDraft } from "@/lib/domain/contacts/events";
import { expireReservationsOf } from "./expire-reservations";
import { BED_STATE_LABELS } from "../format";
import { MAX_ALTERNATIVES } from "../rules";
import type { WardKind } from "../status";
import { claimedBed, freeBeds, keepClosingsOut } from "../statements/beds";
import { admittedStay } from "../statements/bookings";

export type Claim = {
  hospitalId: string;
  bedId: string;
  /** The booking that claims the bed, which doesn't block itself. Null when it is not stored yet. */
  bookingId: string | null;
  startsAt: Date;
  endsAt: Date | null;
  /** Until when a reservation keeps it. */
  reservedUntil?: Date;
  /** Whether the patient lies in it already, and so stays in it even while it is closed. */
  isTheirs?: boolean;
  /** Whether the patient uses it now: then it must be ready. A reservation may wait for cleaning. */
  isAdmission: boolean;
};

/** The bed, and the events from claiming it: expired reservations are cleared. */
export type ClaimedBed = { id: string; wardId: string; kind: WardKind; events: NewsDraft[] };

/**
 * Claims, under the bed's lock, a bed for a period: no one has it reserved or occupies it then, no one has overstayed in it,
 * and it isn't closed then. Throws `not-found` for another hospital's bed, `bed-taken`, `bed-closed` or `invalid-transition`
 * (out of service, not clean), each with the free beds of its kind.
 */
export async function claimBed(tx: Sql, claim: Claim, now: Date): Promise<ClaimedBed> {
  const { hospitalId, bedId: id, bookingId } = claim;
  await keepClosingsOut(tx, hospitalId);
  const [bed] = await claimedBed(tx, claim, now);
  if (!bed) throw notFound();
  const { wardId, kind, state } = bed;
  if (bed.isTaken) throw await bedTaken(tx, { hospitalId, kind, bedId: id });
  if (bed.isClosed && !claim.isTheirs) throw await bedClosed(tx, { hospitalId, kind, bedId: id });
  if (state === "OUT_OF_SERVICE" || (state === "CLEANING" && claim.isAdmission)) {
    throw new AppError(
      "invalid-transition",
      `This bed isn't available now: ${BED_STATE_LABELS[state].toLowerCase()}.`,
      {
        extra: {
          bedState: state,
          alternatives: await freeBeds(tx, { hospitalId, kind, exceptId: id }, MAX_ALTERNATIVES),
        },
      },
    );
  }
  return { id, wardId, kind, events: bed.isStale ? await expireReservationsOf(tx, id, now, bookingId) : [] };
}

/** `bedId`: the bed that can't be had. */
type Wanted = { hospitalId: string; kind: WardKind; bedId: string | null };

/** The error with the free beds of the kind, at most six. */
export function bedTaken(client: Sql, wanted: Wanted): Promise<AppError> {
  return withAlternatives(client, wanted, "bed-taken", "Someone else has this bed.");
}

function bedClosed(client: Sql, wanted: Wanted): Promise<AppError> {
  return withAlternatives(client, wanted, "bed-closed", "This bed is closed then.");
}

async function withAlternatives(
  client: Sql,
  { hospitalId, kind, bedId }: Wanted,
  code: "bed-taken" | "bed-closed",
  what: string,
): Promise<AppError> {
  const alternatives = await freeBeds(client, { hospitalId, kind, exceptId: bedId }, MAX_ALTERNATIVES);
  const rest = alternatives.length > 0 ? "These are free." : "No other bed of this kind is free.";
  return new AppError(code, `${what} ${rest}`, { extra: { alternatives } });
}

/** The error for a patient already admitted, here or elsewhere. */
function patientAdmitted(): AppError {
  return new AppError("patient-admitted", "The patient is already in a bed. Transfer or discharge them first.");
}

/** Throws `patient-admitted`; under the lock of the patient's stays. */
export async function requireNotAdmitted(tx: Sql, patientId: string): Promise<void> {
  const [admitted] = await admittedStay(tx, patientId);
  if (admitted) throw patientAdmitted();
}
