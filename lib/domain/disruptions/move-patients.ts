import type { Actor } from "@/lib/actor/actor";
import { visibleTo as visibleAppointments } from "@/lib/domain/appointments/policy";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import type { RescheduleInput } from "@/lib/domain/appointments/schema";
import { listOffers } from "@/lib/domain/schedules/queries";
import type { OfferedSlot } from "@/lib/domain/schedules/rules";
import { db, type Prisma } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import { AppError } from "@/lib/platform/errors/app-error";
import { toAppError } from "@/lib/platform/errors/driver-errors";
import { log } from "@/lib/platform/log/log";
import { instantText } from "@/lib/platform/time/iso-text";
import { loadBusy } from "./internal/load-busy";
import { timesOf } from "./load-offers";
import { getDisruptionIn } from "./queries";
import { planMoves, searchWindows } from "./rules";
import type { Moved, MovesInput } from "./schema";

const MAX_PLANNED = 50;

/**
 * Proposes a time for each affected appointment that still needs one, with the same doctor or a colleague: the nearest
 * that no other one takes and that suits the patient. The first fifty; where several doctors are affected, each appointment
 * stays with its own. Changes nothing. Throws `not-found`.
 */
export async function planPatientMoves(
  actor: Actor,
  { id, doctorId }: { id: string; doctorId?: string | undefined },
  now: Date = new Date(),
) {
  const disruption = await getDisruptionIn(db, actor, id);
  const visits = await db.appointment.findMany({
    where: {
      AND: [visibleAppointments(actor), { disruptions: { some: { disruptionId: id } } }],
      ...(disruption.doctorId === null ? {} : { doctorId: disruption.doctorId }),
      needsRebooking: true,
      status: { in: ["PENDING", "CONFIRMED"] },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: MAX_PLANNED,
    select: plannedSelect,
  });
  const to = doctorId ?? disruption.doctorId;
  const slots = to === null ? await planEach(visits, now) : await planFor(visits, to, now);
  return {
    doctorId: to,
    moves: visits.map(({ id: appointmentId, version, startsAt }, index) => ({
      appointmentId,
      version,
      from: instantText(startsAt),
      to: slots[index] ?? null,
    })),
  };
}

const plannedSelect = {
  id: true,
  doctorId: true,
  patientId: true,
  hospitalId: true,
  serviceId: true,
  startsAt: true,
  version: true,
} satisfies Prisma.AppointmentSelect;
type Planned = Prisma.AppointmentGetPayload<{ select: typeof plannedSelect }>;

/** Of several doctors: each appointment stays with its own. */
async function planEach(visits: Planned[], now: Date): Promise<(OfferedSlot | null)[]> {
  const found = new Map<string, OfferedSlot | null>();
  for (const doctorId of new Set(visits.map((visit) => visit.doctorId))) {
    const own = visits.filter((visit) => visit.doctorId === doctorId);
    const slots = await planFor(own, doctorId, now);
    own.forEach(({ id }, index) => found.set(id, slots[index] ?? null));
  }
  return visits.map(({ id }) => found.get(id) ?? null);
}

async function planFor(visits: Planned[], doctorId: string, now: Date): Promise<(OfferedSlot | null)[]> {
  const [first, last] = [visits[0], visits.at(-1)];
  if (!first || !last) return [];
  const busy = await loadBusy(
    visits.map(({ patientId }) => patientId),
    visits.map(({ id }) => id),
    now,
  );
  // From the first one's search to the last one's: the day itself and the weeks after it.
  const from = searchWindows(first.startsAt, now)[0]!.from;
  const to = searchWindows(last.startsAt, now)[1]!.to;
  const window = { from, to, now };
  const [offer] = await listOffers(sql, [doctorId], { window, now });
  if (!offer) return visits.map(() => null);
  const buffers = new Map(
    offer.schedules.map((hours) => [hours.id, hours.bufferBeforeMinutes + hours.bufferAfterMinutes]),
  );
  return planMoves(
    visits.map((visit) => ({
      startsAt: visit.startsAt,
      slots: timesOf(offer, visit, window),
      busy: busy(visit.patientId),
    })),
    ({ scheduleId }) => buffers.get(scheduleId) ?? 0,
  );
}

/**
 * Moves affected appointments to the agreed times, each on its own: one that has changed meanwhile, or whose time is
 * taken, stays where it is and is reported. After an outage the rest isn't tried, and is reported likewise, so that what
 * has moved before is known. Their patients are told of their new times. Throws `not-found`.
 */
export async function movePatients(actor: Actor, { id, doctorId, moves }: MovesInput & { id: string }): Promise<Moved> {
  await getDisruptionIn(db, actor, id);
  const results: Moved["results"] = [];
  let outage: AppError | null = null;
  for (const { appointmentId, version, start, scheduleId } of moves) {
    const result: Moved["results"][number]["notified"] | AppError =
      outage ?? (await moveOne(actor, appointmentId, { start, scheduleId, doctorId }, version));
    if (!(result instanceof AppError)) results.push({ appointmentId, error: null, detail: null, notified: result });
    else results.push({ appointmentId, error: result.code, detail: result.message, notified: null });
    if (result instanceof AppError && result.code === "unavailable") outage = result;
  }
  return { moved: results.filter(({ error }) => error === null).length, results };
}

/** Returns how the patient was told, or why the appointment stays where it is. */
async function moveOne(actor: Actor, id: string, wanted: RescheduleInput, version: number) {
  try {
    const { notified } = await rescheduleAppointment(actor, id, wanted, version);
    return notified;
  } catch (error) {
    const known = toAppError(error);
    if (known === null || known.status >= 500) log.error({ err: error }, "an appointment couldn't be moved");
    return known ?? new AppError("internal", "Something went wrong on our side. Please try again.");
  }
}
