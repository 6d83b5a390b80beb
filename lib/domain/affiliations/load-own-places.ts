import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { listAffiliationHistory } from "./list-history";
import { affiliationSelect, invitationSelect, type AffiliationRow, type InvitationRow } from "./queries";

const LIMIT = 100;

/** Loads the doctor's page of invitations and places: what is pending, and where the doctor works. */
export async function loadOwnPlaces(actor: Actor & { doctorId: string }) {
  const { doctorId } = actor;
  const [doctor, pending, affiliations, hours] = await Promise.all([
    db.doctor.findUnique({ where: { id: doctorId }, select: { verification: true } }),
    db.doctorInvitation.findMany({
      where: { doctorId, status: "PENDING", expiresAt: { gt: new Date() } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: LIMIT,
      select: invitationSelect,
    }),
    db.affiliation.findMany({
      where: { doctorId, status: { not: "ENDED" } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: LIMIT,
      select: affiliationSelect,
    }),
    db.schedule.findMany({ where: { doctorId, hospitalId: { not: null } }, select: { hospitalId: true }, take: LIMIT }),
  ]);
  const withHours = new Set(hours.map(({ hospitalId }) => hospitalId));
  const histories = await Promise.all(affiliations.map(({ id }) => listAffiliationHistory(actor, id)));
  return {
    canAsk: doctor?.verification === "VERIFIED",
    invitations: pending.filter(({ direction }) => direction === "INVITATION").map(toInvitation),
    requests: pending.filter(({ direction }) => direction === "REQUEST").map(toRequest),
    places: affiliations.map((row, index) => ({
      ...toPlace(row),
      history: histories[index] ?? [],
      hasHours: withHours.has(row.hospitalId),
    })),
  };
}

function toInvitation(row: InvitationRow) {
  return {
    id: row.id,
    version: row.version,
    hospital: row.hospital,
    departmentName: row.department?.name ?? null,
    message: row.message,
    expiresAt: row.expiresAt.toISOString(),
  };
}

function toRequest(row: InvitationRow) {
  return {
    id: row.id,
    version: row.version,
    hospitalName: row.hospital.name,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}

function toPlace(row: AffiliationRow) {
  return {
    id: row.id,
    version: row.version,
    status: row.status === "SUSPENDED" ? ("SUSPENDED" as const) : ("ACTIVE" as const),
    statusReason: row.statusReason,
    hospital: row.hospital,
    departmentName: row.department?.name ?? null,
    since: row.createdAt.toISOString(),
  };
}
