import { publiclyListed } from "@/lib/domain/doctors/policy";
import { listOffers } from "@/lib/domain/schedules/queries";
import { gapAt, offeredSlots, withoutNotice, type OfferedSlot } from "@/lib/domain/schedules/rules";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { openSpans } from "@/lib/domain/schedules/slots-open";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { canReceive, underWay } from "./policy";

const MAX_DOCTORS = 1_000;

type Wanted = {
  hospitalId: string;
  doctorId?: string | undefined;
  departmentId?: string | undefined;
  serviceId?: string | undefined;
};

/** A doctor with hours at the hospital for the rest of today, and when they can see a walk-in. */
export type WalkInDoctor = {
  doctorId: string;
  name: string;
  departmentId: string | null;
  /** What they offer in person. */
  services: { serviceId: string; durationMinutes: number }[];
  /** The next available time today, regardless of the patients' notice. */
  next: OfferedSlot | null;
  /** Free right now between the published times, and until when. */
  gap: OfferedSlot | null;
};

/**
 * Finds who can see a walk-in at a hospital today and when, soonest first; for a service, only doctors who offer it in
 * person. For the hospital's staff, and for a doctor about themselves; throws `not-found` for everyone else.
 */
export async function listWalkInTimes(
  actor: Actor,
  { hospitalId, doctorId, departmentId, serviceId }: Wanted,
  now: Date = new Date(),
): Promise<WalkInDoctor[]> {
  if (!canReceive(actor, { hospitalId, doctorId: doctorId ?? null })) throw notFound();
  const [hospital, rows] = await Promise.all([
    db.hospital.findUnique({ where: { id: hospitalId }, select: { timeZone: true } }),
    db.affiliation.findMany({
      where: {
        hospitalId,
        status: "ACTIVE",
        doctor: publiclyListed,
        ...(doctorId ? { doctorId } : {}),
        ...(departmentId ? { departmentId } : {}),
      },
      orderBy: { doctorId: "asc" },
      take: MAX_DOCTORS,
      select: { doctorId: true, departmentId: true, doctor: { select: { name: true } } },
    }),
  ]);
  if (!hospital) throw notFound();
  const { timeZone } = hospital;
  const day = { from: now, to: startOfLocalDate(shiftDate(localDateAt(now, timeZone), 1), timeZone) };
  const ids = rows.map((row) => row.doctorId);
  const [offers, busy] = await Promise.all([
    listOffers(db, ids, { window: day, now, holderId: actor.userId }),
    inTheRoom(ids, now),
  ]);
  const offerOf = new Map(offers.map((offer) => [offer.doctorId, offer]));
  const doctors = rows.flatMap(({ doctorId, departmentId, doctor }) => {
    const offer = offerOf.get(doctorId);
    const here = offer?.schedules.filter((schedule) => schedule.hospitalId === hospitalId) ?? [];
    if (!offer || !here.some((schedule) => openSpans(schedule, day).length > 0)) return [];
    const services = offer.services
      .filter(({ mode }) => mode === "IN_PERSON")
      .map(({ serviceId, durationMinutes }) => ({ serviceId, durationMinutes }));
    if (serviceId !== undefined && !services.some((service) => service.serviceId === serviceId)) return [];
    const place = { hospitalId, serviceId };
    const [next = null] = offeredSlots(withoutNotice(offer), { ...day, now }, place, 1);
    const gap = busy.has(doctorId) ? null : (gapAt(offer, now, place)?.slot ?? null);
    return [{ doctorId, departmentId, name: doctor.name, services, next, gap }];
  });
  const order = (one: WalkInDoctor) => `${one.next?.start ?? "~"} ${one.name} ${one.doctorId}`;
  return doctors.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Doctors with a patient right now, however long that visit was planned. */
async function inTheRoom(doctorIds: string[], now: Date): Promise<Set<string>> {
  const rows = await db.appointment.findMany({
    where: { doctorId: { in: doctorIds }, ...underWay(now) },
    take: MAX_DOCTORS,
    select: { doctorId: true },
  });
  return new Set(rows.map((row) => row.doctorId));
}
