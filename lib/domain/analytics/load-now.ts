import { visibleTo as visibleInvitations } from "@/lib/domain/affiliations/policy";
import { visibleTo as visibleCalls } from "@/lib/domain/ambulances/policy";
import type { AmbulanceBookingStatus, AmbulanceKind } from "@/lib/domain/ambulances/status";
import { visibleTo as visibleStays } from "@/lib/domain/beds/policy";
import type { WardKind } from "@/lib/domain/beds/status";
import type { Actor } from "@/lib/actor/actor";
import { db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { canSeeNumbers } from "./policy";

/** Other screens show more; these are the first. */
const FIRST = 5;

/** A patient who has or requested a bed: where, and when. */
type ComingStay = { id: string; patientName: string; wardKind: WardKind; bed: string | null; at: string };
/** A call that awaits an answer, or whose vehicle is out. */
type ComingCall = {
  id: string;
  kind: AmbulanceKind;
  status: AmbulanceBookingStatus;
  place: string | null;
  registration: string | null;
  patientName: string | null;
  bedKind: WardKind | null;
  /** When it was requested. */
  at: string;
};
type JoinRequest = { id: string; doctorName: string; at: string };

export type HospitalNow = {
  /** Reserved for today or earlier and not yet admitted, soonest first. */
  reservations: ComingStay[];
  /** Vehicles that are out, the longest first. */
  underWay: ComingCall[];
  /** What awaits an answer, the most urgent first. */
  bedRequests: ComingStay[];
  calls: ComingCall[];
  joinRequests: JoinRequest[];
};

/**
 * Returns who is on the way to a hospital, and who awaits its answer, as of `now`. Throws `not-found` for everyone but
 * its staff.
 */
export async function loadNow(actor: Actor, hospitalId: string, day: { to: Date }, now: Date): Promise<HospitalNow> {
  if (!canSeeNumbers(actor, hospitalId)) throw notFound();
  const stays = (where: Prisma.BedBookingWhereInput) =>
    readStays({ AND: [visibleStays(actor), { hospitalId }, where] });
  const calls = (where: Prisma.AmbulanceBookingWhereInput) => readCalls({ AND: [visibleCalls(actor), where] });
  const [reservations, bedRequests, underWay, waiting, joinRequests] = await Promise.all([
    stays({ status: "RESERVED", reservedUntil: { gt: now }, startsAt: { lt: day.to } }),
    stays({ status: "REQUESTED" }),
    calls({ hospitalId, status: { in: ["DISPATCHED", "EN_ROUTE", "ON_SCENE", "TRANSPORTING"] } }),
    calls({ status: "REQUESTED", offers: { some: { hospitalId, status: "OPEN" } } }),
    readJoinRequests({
      AND: [visibleInvitations(actor), { hospitalId, direction: "REQUEST", status: "PENDING", expiresAt: { gt: now } }],
    }),
  ]);
  return { reservations, bedRequests, underWay, calls: waiting, joinRequests };
}

async function readStays(where: Prisma.BedBookingWhereInput): Promise<ComingStay[]> {
  const rows = await db.bedBooking.findMany({
    where,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: FIRST,
    select: {
      id: true,
      wardKind: true,
      startsAt: true,
      patient: { select: { name: true } },
      bed: { select: { label: true, ward: { select: { name: true } } } },
    },
  });
  return rows.map(({ id, wardKind, startsAt, patient, bed }) => ({
    id,
    wardKind,
    patientName: patient.name,
    bed: bed && `${bed.ward.name}, ${bed.label}`,
    at: startsAt.toISOString(),
  }));
}

async function readCalls(where: Prisma.AmbulanceBookingWhereInput): Promise<ComingCall[]> {
  const rows = await db.ambulanceBooking.findMany({
    where,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: FIRST,
    select: {
      id: true,
      kind: true,
      status: true,
      pickupAddress: true,
      bedKind: true,
      createdAt: true,
      ambulance: { select: { registration: true } },
      patient: { select: { name: true } },
    },
  });
  return rows.map(({ id, kind, status, pickupAddress, bedKind, createdAt, ambulance, patient }) => ({
    id,
    kind,
    status,
    bedKind,
    place: pickupAddress,
    registration: ambulance?.registration ?? null,
    patientName: patient?.name ?? null,
    at: createdAt.toISOString(),
  }));
}

async function readJoinRequests(where: Prisma.DoctorInvitationWhereInput): Promise<JoinRequest[]> {
  const rows = await db.doctorInvitation.findMany({
    where,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: FIRST,
    select: { id: true, createdAt: true, doctor: { select: { name: true } } },
  });
  return rows.map(({ id, createdAt, doctor }) => ({
    id,
    doctorName: doctor?.name ?? "A doctor",
    at: createdAt.toISOString(),
  }));
}
