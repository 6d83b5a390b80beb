import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { instantText } from "@/lib/platform/time/iso-text";
import { listTodaysCounts } from "./internal/list-todays-counts";
import { listNames } from "./internal/list-names";
import { listChangesOf } from "./list-changes";
import { listedSelect, toListed } from "./list-profiles";
import { canAdminister } from "./policy";
import type { ProfileKind } from "./schema";
import type { ProfileDetails } from "./schema-profiles";
import { PROFILE_STEPS } from "./status";

const LINES = 20;
const shared = { ...listedSelect, address: true, phone: true, timeZone: true } as const;

/**
 * Returns one doctor or hospital with what administrators decide about it: its verification so far, what it has asked to change,
 * and what belongs to it. Throws `not-found`, also for everyone but administrators.
 */
export async function loadProfile(actor: Actor, kind: ProfileKind, id: string): Promise<ProfileDetails> {
  const found = canAdminister(actor) ? await (kind === "doctor" ? findDoctor(id) : findHospital(id)) : null;
  if (!found) throw notFound();
  const { profile, counts } = found;
  const [today, history, changes] = await Promise.all([
    listTodaysCounts(kind, profile),
    listSteps(kind, id),
    listChangesOf(kind, id, LINES),
  ]);
  return { ...profile, counts, today, history, changes };
}

type Found = {
  profile: Omit<ProfileDetails, "counts" | "today" | "history" | "changes">;
  counts: ProfileDetails["counts"];
};

async function findDoctor(id: string): Promise<Found | null> {
  const row = await db.doctor.findUnique({
    where: { id },
    select: {
      ...shared,
      registrationNumber: true,
      user: { select: { id: true, name: true, email: true } },
      specialties: { select: { specialty: { select: { name: true } } }, orderBy: { specialty: { name: "asc" } } },
      _count: { select: { services: true, schedules: true, affiliations: { where: { status: "ACTIVE" } } } },
    },
  });
  if (!row) return null;
  const { user, specialties, registrationNumber, address, phone, timeZone, _count, ...listed } = row;
  const own = { address, phone, timeZone, registrationNumber, owner: user };
  return {
    profile: { ...toListed("doctor", listed), ...own, specialties: specialties.map(({ specialty }) => specialty.name) },
    counts: [
      { of: "hospitals", count: _count.affiliations },
      { of: "services", count: _count.services },
      { of: "hours", count: _count.schedules },
    ],
  };
}

async function findHospital(id: string): Promise<Found | null> {
  const row = await db.hospital.findUnique({
    where: { id },
    select: {
      ...shared,
      _count: {
        select: {
          staff: true,
          affiliations: { where: { status: "ACTIVE" } },
          departments: true,
          wards: true,
          beds: true,
          ambulances: true,
        },
      },
    },
  });
  if (!row) return null;
  const { address, phone, timeZone, _count, ...listed } = row;
  const { affiliations: doctors, ...counted } = _count;
  const own = { address, phone, timeZone, registrationNumber: null, specialties: [], owner: null };
  const order = ["staff", "doctors", "departments", "wards", "beds", "ambulances"] as const;
  return {
    profile: { ...toListed("hospital", listed), ...own },
    counts: order.map((of) => ({ of, count: { doctors, ...counted }[of] })),
  };
}

async function listSteps(kind: ProfileKind, id: string): Promise<ProfileDetails["history"]> {
  const steps = new Map(PROFILE_STEPS.map((step) => [`${kind}.${step}`, step]));
  const rows = await db.auditEntry.findMany({
    where: { subject: kind, subjectId: id, action: { in: [...steps.keys()] } },
    orderBy: { position: "desc" },
    take: LINES,
    select: { action: true, occurredAt: true, actorUserId: true },
  });
  const names = await listNames(rows.map(({ actorUserId }) => actorUserId));
  return rows.flatMap(({ action, occurredAt, actorUserId: by }) => {
    const step = steps.get(action);
    const name = by === null ? undefined : names.get(by);
    return step ? [{ step, at: instantText(occurredAt), by: by !== null && name ? { id: by, name } : null }] : [];
  });
}
