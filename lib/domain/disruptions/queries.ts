import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { listColleagues } from "@/lib/domain/appointments/list-colleagues";
import { unsafeListTrails } from "@/lib/domain/history/queries";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startPage, startSortedPage, type PageQuery } from "@/lib/platform/input/page";
import { canAnnounce, visibleTo, visitsVisibleTo } from "./policy";
import { standOf } from "./rules";
import type { DisruptionOutput } from "./schema";
import type { DisruptionStatus } from "./status";

const disruptionSelect = {
  id: true,
  kind: true,
  status: true,
  doctorId: true,
  hospitalId: true,
  hospitalIds: true,
  firstOn: true,
  lastOn: true,
  startTime: true,
  endTime: true,
  lateMinutes: true,
  blocks: true,
  departmentId: true,
  label: true,
  closedOn: true,
  tellAt: true,
  endsAt: true,
  version: true,
  createdAt: true,
  doctor: { select: { name: true, timeZone: true } },
  hospital: { select: { name: true, timeZone: true } },
} satisfies Prisma.DisruptionSelect;
export type DisruptionRow = Prisma.DisruptionGetPayload<{ select: typeof disruptionSelect }>;

/** How far one has got, by the appointments that the actor may see. */
export type Progress = DisruptionOutput["counts"];

/** Returns one disruption the actor may see, in a transaction; throws `not-found` for all others alike. */
export async function getDisruptionIn(client: Db, actor: Actor, id: string): Promise<DisruptionRow> {
  const row = await client.disruption.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: disruptionSelect,
  });
  if (!row) throw notFound();
  return row;
}

/** A disruption with how far it has got, and whether the actor may change it. */
export type Disruption = DisruptionRow & { progress: Progress; canChange: boolean };

/** Returns one disruption with how far it has got. Throws `not-found`. */
export async function getDisruption(actor: Actor, id: string): Promise<Disruption> {
  const row = await getDisruptionIn(db, actor, id);
  const progress = await listProgress(actor, [id]);
  return { ...row, progress: progress.get(id) ?? NO_PROGRESS, canChange: canAnnounce(actor, row) };
}

export type DisruptionFilter = {
  doctorId?: string | undefined;
  hospitalId?: string | undefined;
  status?: DisruptionStatus | undefined;
};

/** Returns a page of the disruptions the actor may see, the latest first. */
export async function listDisruptions(
  actor: Actor,
  { doctorId, hospitalId, status, ...page }: PageQuery & DisruptionFilter,
) {
  const { beyond, orderBy, take, pageOf } = startSortedPage(page, NEWEST_FIRST);
  const narrowed = {
    ...(doctorId ? { doctorId } : {}),
    ...(hospitalId ? { hospitalIds: { has: hospitalId } } : {}),
    ...(status ? { status } : {}),
  };
  const where = { AND: [visibleTo(actor), narrowed, beyond] };
  const { items, nextCursor } = pageOf(
    await db.disruption.findMany({ where, orderBy, take, select: disruptionSelect }),
  );
  const progress = await listProgress(
    actor,
    items.map(({ id }) => id),
  );
  return {
    items: items.map((row) => ({
      ...row,
      progress: progress.get(row.id) ?? NO_PROGRESS,
      canChange: canAnnounce(actor, row),
    })),
    nextCursor,
  };
}

/**
 * Returns the doctors who can take the appointments: the doctor first, then colleagues at the hospital. None where several
 * doctors are affected: each appointment then stays with its own.
 */
export async function listTakers({ doctorId, doctor }: DisruptionRow, hospitalId: string | null) {
  if (doctorId === null || doctor === null) return [];
  return [
    { id: doctorId, name: doctor.name },
    ...(await listColleagues(db, { doctorId, hospitalId, serviceId: null })),
  ];
}

const visitSelect = {
  disruptionId: true,
  startsAt: true,
  reach: true,
  handledAt: true,
  doctorId: true,
  appointment: {
    select: {
      id: true,
      patientId: true,
      doctorId: true,
      serviceId: true,
      hospitalId: true,
      startsAt: true,
      endsAt: true,
      status: true,
      needsRebooking: true,
      version: true,
      patient: { select: { name: true, phone: true } },
      schedule: { select: { timeZone: true } },
      doctor: { select: { name: true, timeZone: true } },
    },
  },
} satisfies Prisma.DisruptionVisitSelect;
/** An affected appointment, and whether its latest time was chosen by its patient. */
export type VisitRow = Prisma.DisruptionVisitGetPayload<{ select: typeof visitSelect }> & { isOwnChoice: boolean };

const position = z.strictObject({ s: z.iso.datetime(), i: z.uuid() });

/** Returns a page of the affected appointments that the actor may see, by their original times. */
export async function listVisitsOf(actor: Actor, id: string, page: PageQuery) {
  await getDisruptionIn(db, actor, id);
  const { after, take, pageBy } = startPage(page, position);
  const beyond: Prisma.DisruptionVisitWhereInput = after
    ? { OR: [{ startsAt: { gt: after.s } }, { startsAt: after.s, appointmentId: { gt: after.i } }] }
    : {};
  const rows = await db.disruptionVisit.findMany({
    where: { AND: [{ disruptionId: id }, visitsVisibleTo(actor), beyond] },
    orderBy: [{ startsAt: "asc" }, { appointmentId: "asc" }],
    take,
    select: visitSelect,
  });
  const trails = await unsafeListTrails(
    "appointment",
    rows.map(({ appointment }) => appointment.id),
  );
  const moveOf = (id: string) => trails.get(id)?.findLast(({ action }) => action === "appointment.reschedule");
  return pageBy(
    rows.map((row): VisitRow => ({ ...row, isOwnChoice: moveOf(row.appointment.id)?.as === "patient" })),
    (row) => ({ s: row.startsAt.toISOString(), i: row.appointment.id }),
  );
}

const progressSelect = {
  disruptionId: true,
  startsAt: true,
  reach: true,
  handledAt: true,
  doctorId: true,
  appointment: { select: { doctorId: true, startsAt: true, status: true, needsRebooking: true } },
} satisfies Prisma.DisruptionVisitSelect;
type ProgressRow = Prisma.DisruptionVisitGetPayload<{ select: typeof progressSelect }>;

const NO_PROGRESS: Progress = { visits: 0, told: 0, toCall: 0, unreachable: 0, handled: 0, settled: 0 };

/** Counts of each disruption, of at most as many appointments as a doctor sees in three months, or a hospital in a few days. */
async function listProgress(actor: Actor, ids: string[]): Promise<Map<string, Progress>> {
  const rows = await db.disruptionVisit.findMany({
    where: { AND: [{ disruptionId: { in: ids } }, visitsVisibleTo(actor)] },
    select: progressSelect,
  });
  const found = new Map<string, Progress>();
  for (const row of rows) {
    const before = found.get(row.disruptionId) ?? NO_PROGRESS;
    const isSettled = ["MOVED", "CANCELLED"].includes(standOfRow({ ...row, isOwnChoice: false }));
    found.set(row.disruptionId, {
      visits: before.visits + 1,
      told: before.told + Number(row.reach === "EMAIL" || row.reach === "NOTIFICATION"),
      toCall: before.toCall + Number(row.reach === "PHONE"),
      unreachable: before.unreachable + Number(row.reach === "NONE"),
      handled: before.handled + Number(row.handledAt !== null),
      settled: before.settled + Number(isSettled),
    });
  }
  return found;
}

/** What has become of an affected appointment. */
export function standOfRow({
  startsAt,
  handledAt,
  doctorId,
  isOwnChoice,
  appointment,
}: Omit<ProgressRow, "disruptionId" | "reach"> & { isOwnChoice: boolean }) {
  const isSameDoctor = appointment.doctorId === doctorId;
  return standOf({ ...appointment, wasAt: startsAt, handledAt, isSameDoctor, isOwnChoice });
}
