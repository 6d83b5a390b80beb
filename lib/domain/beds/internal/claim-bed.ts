import { Prisma } from "@/lib/platform/db/db";
import type { Sql } from "@/lib/platform/db/sql";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import type { NewsDraft } from "@/lib/domain/contacts/events";
import { expireReservationsOf } from "./expire-reservations";
import { BED_STATE_LABELS } from "../format";
import { MAX_ALTERNATIVES } from "../rules";
import type { BedState, WardKind } from "../status";

export type Claim = {
  hospitalId: string;
  bedId: string;
  /** The booking that wants the bed; it is in nobody's way. Null: it is not written yet. */
  bookingId: string | null;
  startsAt: Date;
  endsAt: Date | null;
  /** Whether someone lies down in it now: then it has to be ready. A reservation may wait for housekeeping. */
  isAdmission: boolean;
};

/** The bed, and what was told while it was claimed: reservations that had run out are cleared on the way. */
export type ClaimedBed = { id: string; wardId: string; kind: WardKind; events: NewsDraft[] };

type Found = { wardId: string; kind: WardKind; state: BedState; isTaken: boolean; isStale: boolean };

/**
 * Makes sure, under the bed's lock, that the bed can be had over a period: nobody has it reserved or lies in it then,
 * and nobody has overstayed in it. Throws `not-found` for a bed that is not the hospital's, `bed-taken` or
 * `invalid-transition` (out of service, not clean), both with the free beds of its kind.
 */
export async function claimBed(tx: Sql, claim: Claim, now: Date): Promise<ClaimedBed> {
  const { hospitalId, bedId: id, bookingId, startsAt, endsAt } = claim;
  const others = Prisma.sql`FROM "BedBooking" o WHERE o."bedId" = b."id" AND o."id" IS DISTINCT FROM ${bookingId}::uuid`;
  const [bed] = await tx.$queryRaw<Found[]>`
    SELECT b."wardId"::text, w."kind"::text, b."state"::text,
      EXISTS (SELECT 1 ${others} AND (o."status" = 'ADMITTED' OR (o."status" = 'RESERVED' AND o."reservedUntil" > ${now}))
        AND (tstzrange(o."startsAt", o."endsAt") && tstzrange(${startsAt}, ${endsAt}) OR o."endsAt" <= ${now})) AS "isTaken",
      EXISTS (SELECT 1 ${others} AND o."status" = 'RESERVED' AND o."reservedUntil" <= ${now}) AS "isStale"
    FROM "Bed" b JOIN "Ward" w ON w."id" = b."wardId" AND w."removedAt" IS NULL
    WHERE b."id" = ${id}::uuid AND b."hospitalId" = ${hospitalId}::uuid AND b."removedAt" IS NULL`;
  if (!bed) throw notFound();
  const { wardId, kind, state } = bed;
  if (bed.isTaken) throw await bedTaken(tx, { hospitalId, kind, bedId: id });
  if (state === "OUT_OF_SERVICE" || (state === "CLEANING" && claim.isAdmission)) {
    throw new AppError(
      "invalid-transition",
      `This bed isn't available now: ${BED_STATE_LABELS[state].toLowerCase()}.`,
      {
        extra: { bedState: state, alternatives: await freeBeds(tx, { hospitalId, kind, bedId: id }) },
      },
    );
  }
  return { id, wardId, kind, events: bed.isStale ? await expireReservationsOf(tx, id, now, bookingId) : [] };
}

/** `bedId`: the bed that can't be had. */
type Wanted = { hospitalId: string; kind: WardKind; bedId: string | null };

/** The refusal that tells which beds of the kind are free instead, at most six. */
export async function bedTaken(client: Sql, wanted: Wanted): Promise<AppError> {
  const alternatives = await freeBeds(client, wanted);
  const rest = alternatives.length > 0 ? "These are free." : "No other bed of this kind is free.";
  return new AppError("bed-taken", `Someone else has this bed. ${rest}`, { extra: { alternatives } });
}

type FreeBed = { bedId: string; label: string; wardId: string; ward: string };

function freeBeds(client: Sql, { hospitalId, kind, bedId }: Wanted): Promise<FreeBed[]> {
  return client.$queryRaw<FreeBed[]>`
    SELECT b."id"::text AS "bedId", b."label", w."id"::text AS "wardId", w."name" AS "ward"
    FROM "BedNow" n JOIN "Bed" b ON b."id" = n."id" JOIN "Ward" w ON w."id" = n."wardId"
    WHERE n."hospitalId" = ${hospitalId}::uuid AND n."kind" = ${kind}::"WardKind" AND n."condition" = 'FREE' AND n."id" IS DISTINCT FROM ${bedId}::uuid
    ORDER BY w."name", length(b."label"), b."label", b."id" LIMIT ${MAX_ALTERNATIVES}`;
}

/** The refusal for someone who lies in a bed already, here or elsewhere. */
function patientAdmitted(): AppError {
  return new AppError("patient-admitted", "The patient is already in a bed. Transfer or discharge them first.");
}

/** Throws `patient-admitted`; under the lock of the patient's stays. */
export async function requireNotAdmitted(tx: Sql, patientId: string): Promise<void> {
  const [admitted] = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM "BedBooking" WHERE "patientId" = ${patientId}::uuid AND "status" = 'ADMITTED'`;
  if (admitted) throw patientAdmitted();
}
