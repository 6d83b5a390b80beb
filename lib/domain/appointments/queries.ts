import type { Notified } from "@/lib/domain/contacts/schema";
import type { Actor } from "@/lib/actor/actor";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { withBeside } from "@/lib/platform/db/beside";
import { db, type Prisma, type Tx } from "@/lib/platform/db/db";
import type { RowOf } from "@/lib/platform/db/statement";
import { notFound } from "@/lib/platform/errors/app-error";
import { OLDEST_FIRST, startSortedPage, type PageQuery } from "@/lib/platform/input/page";
import { conditions, visibleTo, type Narrowed } from "./policy";
import type { ListFilter } from "./schema";
import { textsOfAppointments } from "./statements/texts";

const appointmentSelect = {
  id: true,
  doctorId: true,
  patientId: true,
  hospitalId: true,
  scheduleId: true,
  serviceId: true,
  startsAt: true,
  endsAt: true,
  status: true,
  mode: true,
  needsRebooking: true,
  cancellationNoticeMinutes: true,
  graceUntil: true,
  attendanceConfirmedAt: true,
  holdExpiresAt: true,
  version: true,
  createdAt: true,
} satisfies Prisma.AppointmentSelect;

/** What the patient comes for, and why it was declined or cancelled; null where nothing was written. */
type Texts = Omit<RowOf<typeof textsOfAppointments>, "id">;
const NO_TEXTS: Texts = { reason: null, statusReason: null };

/** An appointment as use cases use it. */
export type AppointmentRow = Prisma.AppointmentGetPayload<{ select: typeof appointmentSelect }> & Texts;

/** A changed appointment, and how its patient is notified. */
export type ChangedAppointment = AppointmentRow & { notified: Notified };

/** With the names a screen shows. */
export const appointmentCardSelect = {
  ...appointmentSelect,
  confirmedAt: true,
  checkedInAt: true,
  startedAt: true,
  completedAt: true,
  endedAt: true,
  doctor: {
    select: {
      name: true,
      slug: true,
      timeZone: true,
      practiceName: true,
      address: true,
      city: true,
      phone: true,
      videoUrl: true,
    },
  },
  patient: { select: { name: true, bornOn: true, phone: true } },
  hospital: {
    select: { name: true, slug: true, timeZone: true, address: true, city: true, phone: true, videoUrl: true },
  },
  service: { select: { name: true } },
  schedule: { select: { timeZone: true } },
} satisfies Prisma.AppointmentSelect;

export type AppointmentCard = Prisma.AppointmentGetPayload<{ select: typeof appointmentCardSelect }> & Texts;

/** Returns the given appointments with their texts, by one read in the actor's name. */
export function listWithTexts<R extends { id: string }>(actor: Actor, rows: R[]): Promise<(R & Texts)[]> {
  return withBeside(rows, (ids) => inSqlTransaction(actor, (tx) => textsOfAppointments(tx, ids)), NO_TEXTS);
}

/** Does the same in a transaction: as far as its actor may read them. */
function listWithTextsIn<R extends { id: string }>(tx: Tx, rows: R[]): Promise<(R & Texts)[]> {
  return withBeside(rows, (ids) => textsOfAppointments(tx, ids), NO_TEXTS);
}

/** Returns one appointment the actor may see; throws `not-found` for all others alike. */
export async function getAppointment(actor: Actor, id: string): Promise<AppointmentRow> {
  const rows = await db.appointment.findMany({ where: { id, ...visibleTo(actor) }, select: appointmentSelect });
  return onlyOne(await listWithTexts(actor, rows));
}

/** As `getAppointment`, in a transaction of this actor's. */
export async function getAppointmentIn(tx: Tx, actor: Actor, id: string): Promise<AppointmentRow> {
  const rows = await tx.appointment.findMany({ where: { id, ...visibleTo(actor) }, select: appointmentSelect });
  return onlyOne(await listWithTextsIn(tx, rows));
}

/** Returns an appointment as it is now, in a transaction that has checked and changed it. */
export async function unsafeGetChanged(tx: Tx, id: string): Promise<AppointmentRow> {
  return onlyOne(
    await listWithTextsIn(tx, await tx.appointment.findMany({ where: { id }, select: appointmentSelect })),
  );
}

function onlyOne<R>([row]: R[]): R {
  if (!row) throw notFound();
  return row;
}

/** Returns the same with names, for a screen. */
export async function getAppointmentCard(actor: Actor, id: string): Promise<AppointmentCard> {
  const rows = await db.appointment.findMany({ where: { id, ...visibleTo(actor) }, select: appointmentCardSelect });
  return onlyOne(await listWithTexts(actor, rows));
}

/** Returns who and when of appointments, for one line each; without those the actor may not see. */
export async function listAppointmentTimes(actor: Actor, ids: string[]) {
  if (ids.length === 0) return [];
  return db.appointment.findMany({
    where: { id: { in: ids }, ...visibleTo(actor) },
    select: {
      id: true,
      startsAt: true,
      status: true,
      mode: true,
      version: true,
      doctorId: true,
      patientId: true,
      hospitalId: true,
      doctor: { select: { name: true, timeZone: true } },
      hospital: { select: { timeZone: true } },
      patient: { select: { name: true } },
      schedule: { select: { timeZone: true } },
    },
  });
}

/** Returns the actor's own active hold with a doctor, which blocks the slot for everyone else. */
export async function findOwnHoldId(actor: Actor, doctorId: string, now: Date): Promise<string | null> {
  if (actor.userId === null) return null;
  const hold = await db.appointment.findFirst({
    where: { doctorId, status: "HELD", bookedByUserId: actor.userId, holdExpiresAt: { gt: now } },
    select: { id: true },
  });
  return hold?.id ?? null;
}

/** Returns the upcoming visits of the actor's own patients with a doctor, ascending. */
export function listComingVisitsWith(
  actor: Actor,
  doctorId: string,
  now: Date,
): Promise<{ patientId: string; startsAt: Date }[]> {
  return db.appointment.findMany({
    where: {
      patientId: { in: actor.patientIds },
      doctorId,
      startsAt: { gt: now },
      status: { in: ["PENDING", "CONFIRMED", "CHECKED_IN"] },
    },
    orderBy: { startsAt: "asc" },
    take: 100,
    select: { patientId: true, startsAt: true },
  });
}

export type AppointmentPage = PageQuery & { order?: "asc" | "desc" };

function startByTime({ order = "asc", ...query }: AppointmentPage) {
  return startSortedPage(query, { ...OLDEST_FIRST, column: "startsAt", keys: ["s", "i"], direction: order });
}

/** Returns a page of what the actor may see, by start. Holds are included only when requested by status. */
export async function listAppointments(actor: Actor, filter: ListFilter & Narrowed, page: AppointmentPage) {
  const { beyond, orderBy, take, pageOf } = startByTime(page);
  const where = { AND: [...conditions(actor, filter), beyond] };
  const rows = await db.appointment.findMany({ where, orderBy, take, select: appointmentSelect });
  return pageOf(await listWithTexts(actor, rows));
}

/** Returns the same page with names, for a screen. */
export async function listAppointmentCards(actor: Actor, filter: ListFilter & Narrowed, page: AppointmentPage) {
  const { beyond, orderBy, take, pageOf } = startByTime(page);
  const where = { AND: [...conditions(actor, filter), beyond] };
  const rows = await db.appointment.findMany({ where, orderBy, take, select: appointmentCardSelect });
  return pageOf(await listWithTexts(actor, rows));
}

/** Returns what of the given the actor may see, by start, with names; for screens with lists of their own. */
export async function listCards(
  actor: Actor,
  where: Prisma.AppointmentWhereInput,
  take: number,
): Promise<AppointmentCard[]> {
  const rows = await db.appointment.findMany({
    where: { AND: [visibleTo(actor), where] },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take,
    select: appointmentCardSelect,
  });
  return listWithTexts(actor, rows);
}
