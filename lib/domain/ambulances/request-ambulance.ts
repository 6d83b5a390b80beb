import { randomInt } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { recordNews } from "@/lib/domain/contacts/record-news";
import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { hashSecretToken, newSecretToken } from "@/lib/platform/auth/secret-token";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { publiclyListed } from "@/lib/domain/hospitals/policy";
import { readPhone } from "@/lib/platform/text/read-phone";
import { callEvent } from "./events";
import { findNearest, hospitalsWithFreeVehicle, type Nearest } from "./find-nearest";
import { canCallFor } from "./policy";
import { callSelect, type CallRow } from "./queries";
import { CALLS_FROM_ONE_PHONE, ESCALATION_MINUTES, minutesAfter } from "./rules";
import type { CallInput } from "./schema";

export type NewCall = {
  row: CallRow;
  /** For callers without an account: shown once, kept as a hash. Null for everyone else. */
  trackingToken: string | null;
};

/** `token`: made by who sends, so that sending the same again finds the same call. */
export type CallOptions = { token?: string | undefined; now?: Date };

/**
 * A call for an ambulance, by anyone. The nearest hospital with a free vehicle is asked at once. Where there is none
 * the call is kept all the same, says so (`nobodyLeftAt`), and is offered the moment a vehicle within reach is free.
 * Throws `not-found` for a patient or hospital that is not the caller's to name.
 */
export async function requestAmbulance(
  actor: Actor | null,
  input: CallInput,
  { token, now = new Date() }: CallOptions = {},
): Promise<NewCall> {
  const secret = token === undefined ? newSecretToken() : { token, tokenHash: hashSecretToken(token) };
  const caller = actor ?? SYSTEM_ACTOR;
  const isTracked = actor === null;
  return inTransaction(
    caller,
    async (tx) => {
      const trackingTokenHash = isTracked || token !== undefined ? secret.tokenHash : null;
      const trackingToken = isTracked ? secret.token : null;
      const again = trackingTokenHash && (await sentBefore(tx, caller, trackingTokenHash));
      if (again) return { row: again, trackingToken };
      if (input.patientId && !canCallFor(actor, input.patientId)) throw notFound();
      const first = await firstAsked(tx, input);
      const contactPhone = await readAt(tx, first?.hospitalId ?? null, input.contact.phone);
      const callBackFirst = isTracked && (await hasTooManyCalls(tx, contactPhone, now));
      const id = uuidv7();
      await tx.ambulanceBooking.create({
        data: {
          id,
          ...columnsOf(input),
          contactPhone,
          requestedByUserId: actor?.userId ?? null,
          trackingTokenHash,
          callbackCode: isTracked ? String(randomInt(10_000)).padStart(4, "0") : null,
          callBackFirst,
          createdAt: now,
          escalatesAt: first ? minutesAfter(now, ESCALATION_MINUTES) : now,
          nobodyLeftAt: first ? null : now,
          ...(first ? { offers: { create: { ...first, offeredAt: now } } } : {}),
        },
        select: { id: true },
      });
      const row = await tx.ambulanceBooking.findUniqueOrThrow({ where: { id }, select: callSelect });
      const audit = {
        action: "ambulance-booking.request",
        subject: "ambulance-booking",
        subjectId: id,
        patientId: row.patientId,
        hospitalId: first?.hospitalId ?? null,
        ...(isTracked ? { details: { as: "caller" } } : {}),
      };
      await recordNews(tx, caller, audit, [
        callEvent("ambulance-booking.requested", row, []),
        first
          ? callEvent("ambulance-booking.offered", row, [first.hospitalId])
          : callEvent("ambulance-booking.unanswered", row, []),
      ]);
      return { row, trackingToken };
    },
    { locks: [`ambulance-token:${secret.tokenHash}`] },
  );
}

/** The call that the same token has made before: the answer to it was lost on the way. */
function sentBefore(tx: Tx, caller: Actor, trackingTokenHash: string): Promise<CallRow | null> {
  return tx.ambulanceBooking.findFirst({
    where: { trackingTokenHash, requestedByUserId: caller.userId },
    select: callSelect,
  });
}

/** Whether so many calls came from this phone just now that someone may be playing with it. */
async function hasTooManyCalls(tx: Tx, contactPhone: string, now: Date): Promise<boolean> {
  const { most, minutes } = CALLS_FROM_ONE_PHONE;
  return (
    (await tx.ambulanceBooking.count({ where: { contactPhone, createdAt: { gt: minutesAfter(now, -minutes) } } })) >=
    most
  );
}

/** A number without a country code is one of the country that is asked first. It is never a reason to refuse. */
async function readAt(tx: Tx, hospitalId: string | null, phone: string): Promise<string> {
  const asked = hospitalId && (await tx.hospital.findUnique({ where: { id: hospitalId }, select: { country: true } }));
  return readPhone(phone, asked ? asked.country : null);
}

function columnsOf({ kind, pickup, contact, patientId, bedKind }: CallInput) {
  return {
    kind,
    pickupLatitude: pickup.latitude,
    pickupLongitude: pickup.longitude,
    pickupAddress: pickup.address ?? null,
    contactName: contact.name,
    patientId: patientId ?? null,
    bedKind: bedKind ?? null,
  };
}

/** The hospital the caller named, if it has such a vehicle free; else the nearest that has. */
async function firstAsked(
  tx: Tx,
  { kind, pickup, hospitalId }: CallInput,
): Promise<{ hospitalId: string; distanceMetres: number | null } | null> {
  if (!hospitalId) return nearest(tx, kind, pickup);
  const named = await tx.hospital.findFirst({ where: { id: hospitalId, ...publiclyListed }, select: { id: true } });
  if (!named) throw notFound();
  const [free] = await hospitalsWithFreeVehicle(tx, [hospitalId], kind);
  if (!free) return nearest(tx, kind, pickup);
  return { hospitalId, distanceMetres: await distanceTo(tx, hospitalId, pickup) };
}

function nearest(
  tx: Tx,
  kind: CallInput["kind"],
  { latitude, longitude }: CallInput["pickup"],
): Promise<Nearest | null> {
  return findNearest(tx, { kind, latitude, longitude });
}

async function distanceTo(
  tx: Tx,
  hospitalId: string,
  { latitude, longitude }: CallInput["pickup"],
): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ metres: number | null }[]>`
    SELECT round("metres_between"("place_on_earth"("latitude", "longitude"), "place_on_earth"(${latitude}::float8, ${longitude}::float8)))::int AS "metres"
    FROM "Hospital" WHERE "id" = ${hospitalId}::uuid`;
  return row?.metres ?? null;
}
