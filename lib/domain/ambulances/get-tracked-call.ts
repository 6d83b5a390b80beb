import type { Actor } from "@/lib/actor/actor";
import { hashSecretToken } from "@/lib/platform/auth/secret-token";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { adviceFor } from "./format";
import { openOffers, stampTexts } from "./output";
import { listStepActors, type StepActors } from "./list-history";
import { ownCalls } from "./policy";
import { callSelect } from "./queries";
import { TRACKING_HOURS, checkStep } from "./rules";
import { trackingToken, type TrackedCall } from "./schema";
import { takesVehicle } from "./status";

const trackedSelect = {
  ...callSelect,
  callbackCode: true,
  offers: { select: { ...callSelect.offers.select, hospital: { select: { verifiesCallers: true } } } },
} satisfies Prisma.AmbulanceBookingSelect;
type TrackedRow = Prisma.AmbulanceBookingGetPayload<{ select: typeof trackedSelect }>;

const HOUR_MS = 3_600_000;

/**
 * Returns what the holder of a tracking link may know about the call: its state, who comes, how to reach the crew.
 * Throws `not-found` for every other token alike, and a day after the call ended, because links stay in browser
 * histories.
 */
export async function getTrackedCall(token: string, now: Date = new Date()): Promise<TrackedCall> {
  return toTrackedCall(await findTracked(db, token, now));
}

/** Returns the ID of a token's call, for its channel. Throws `not-found` as above. */
export async function getTrackedCallId(token: string, now: Date = new Date()): Promise<string> {
  return (await findTracked(db, token, now)).id;
}

/**
 * Returns the same for a call from an account or for one's own patient, for the patient's portal, with who took each
 * step.
 */
export async function loadOwnCall(actor: Actor, id: string): Promise<TrackedCall & { stepActors: StepActors }> {
  const row = await db.ambulanceBooking.findFirst({ where: { AND: [{ id }, ownCalls(actor)] }, select: trackedSelect });
  if (!row) throw notFound();
  return { ...toTrackedCall(row), stepActors: (await listStepActors(actor, [row])).get(id) ?? {} };
}

async function findTracked(client: Db, token: string, now: Date): Promise<TrackedRow> {
  if (!trackingToken.safeParse(token).success) throw notFound();
  const row = await client.ambulanceBooking.findFirst({
    where: { trackingTokenHash: hashSecretToken(token), requestedByUserId: null },
    select: trackedSelect,
  });
  const overAt = row?.endedAt ?? row?.completedAt;
  if (!row || (overAt && now.getTime() - overAt.getTime() > TRACKING_HOURS * HOUR_MS)) throw notFound();
  return row;
}

/** The callback code is shown only while a hospital that has an offer requires a callback. */
function toTrackedCall(row: TrackedRow): TrackedCall {
  const isWaiting = row.status === "REQUESTED";
  const hospitalsAsked = isWaiting ? openOffers(row) : 0;
  const nobodyLeft = isWaiting && row.nobodyLeftAt !== null;
  const isAskedBack = row.offers.some(({ status, hospital }) => status === "OPEN" && hospital.verifiesCallers);
  const isComing = takesVehicle(row.status);
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    kind: row.kind,
    createdAt: row.createdAt.toISOString(),
    pickup: { latitude: row.pickupLatitude, longitude: row.pickupLongitude, address: row.pickupAddress },
    ...stampTexts(row),
    hospital: row.hospital && {
      id: row.hospital.id,
      slug: row.hospital.slug,
      name: row.hospital.name,
      phone: row.hospital.phone,
    },
    vehicle:
      isComing && row.ambulance
        ? { registration: row.ambulance.registration, kind: row.ambulance.kind, crewPhone: row.ambulance.crewPhone }
        : null,
    hospitalsAsked,
    nobodyLeft,
    callbackCode: isWaiting && isAskedBack && row.verifiedAt === null ? row.callbackCode : null,
    bed: row.bedKind && { kind: row.bedKind, status: row.bedBooking?.status ?? null },
    statusReason: row.statusReason,
    canCancel: checkStep(row.status, "CANCELLED", ["caller"], false) === "allowed",
    advice: adviceFor({ status: row.status, nobodyLeft, hospitalsAsked }),
  };
}
