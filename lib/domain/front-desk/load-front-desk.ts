import { visibleTo as visibleAppointments } from "@/lib/domain/appointments/policy";
import { getAppointmentCard, listCards, type AppointmentCard } from "@/lib/domain/appointments/queries";
import type { Actor } from "@/lib/actor/actor";
import { db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";

/** The lists' own screens show more; these are the first. */
const FIRST = 8;
const MAX_WAITING = 200;

export type Some = { items: AppointmentCard[]; count: number };

export type FrontDesk = {
  /** Checked in for a visit of the day, the longest first. */
  waiting: AppointmentCard[];
  /** Upcoming and not yet confirmed or declined, soonest first. */
  requests: Some;
  /** Booked, but now outside the doctor's hours. */
  needRebooking: Some;
};

type Day = { from: Date; to: Date };

/** Returns what the front desk needs to act on at `now`. For the hospital's own staff; empty for others. */
export async function loadFrontDesk(actor: Actor, hospitalId: string, day: Day, now: Date): Promise<FrontDesk> {
  const at = (where: Prisma.AppointmentWhereInput) => ({ AND: [visibleAppointments(actor), { hospitalId }, where] });
  const ahead = { startsAt: { gt: now } };
  const some = async (where: Prisma.AppointmentWhereInput): Promise<Some> => {
    const [items, count] = await Promise.all([
      listCards(actor, at(where), FIRST),
      db.appointment.count({ where: at(where) }),
    ]);
    return { items, count };
  };
  const [waiting, requests, needRebooking] = await Promise.all([
    listCards(actor, at({ status: "CHECKED_IN", startsAt: { gte: day.from, lt: day.to } }), MAX_WAITING),
    some({ ...ahead, status: "PENDING", needsRebooking: false }),
    some({ ...ahead, status: { in: ["PENDING", "CONFIRMED"] }, needsRebooking: true }),
  ]);
  const since = (row: AppointmentCard) => (row.checkedInAt ?? row.startsAt).getTime();
  return { waiting: waiting.sort((a, b) => since(a) - since(b)), requests, needRebooking };
}

/**
 * Returns one appointment of this hospital. Throws `not-found` for all others, also for those the actor may see in
 * another capacity, e.g. as a patient elsewhere.
 */
export async function loadDeskAppointment(actor: Actor, hospitalId: string, id: string) {
  const card = await getAppointmentCard(actor, id);
  if (card.hospitalId !== hospitalId) throw notFound();
  return { card };
}
