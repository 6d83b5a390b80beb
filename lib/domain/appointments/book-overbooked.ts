import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordNews } from "@/lib/domain/contacts/record-news";
import type { NewPatient } from "@/lib/domain/patients/schema";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import { findOffer } from "@/lib/domain/schedules/queries";
import { lengthAt, type PlaceAndLength } from "@/lib/domain/schedules/rules";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { DAY_MS, MINUTE_MS } from "@/lib/platform/time/iso-text";
import { changeStatusIn } from "./change-status";
import { appointmentEvent } from "./events";
import { clearExpiredHolds, patientBusy } from "./internal/claim-slot";
import { getCandidate, requirePatient } from "./internal/get-candidate";
import { storeText } from "./internal/store-text";
import { canReceive } from "./policy";
import { unsafeGetChanged, type AppointmentRow } from "./queries";
import { promisedOffset } from "./rules-shift";
import { insertAppointment } from "./statements/appointments";

type Input = {
  doctorId: string;
  hospitalId: string | null;
  serviceId?: string | undefined;
  patientId?: string | undefined;
  patient?: NewPatient | undefined;
  reason?: string | undefined;
};

/**
 * Books an urgent patient who is there now with a doctor who has no free time, and checks them in: the one appointment that
 * may overlap others of the doctor, never of the patient. `also` belongs to the same transaction. Throws `not-found` (not the
 * actor's place, an unlisted doctor, an unknown patient), `slot-not-offered` (no hours at the place, or not this service),
 * `patient-busy`, and what `also` throws.
 */
export async function bookOverbooked(
  actor: Actor,
  input: Input,
  also: (tx: Tx, id: string) => Promise<void>,
): Promise<AppointmentRow> {
  if (!canReceive(actor, input)) throw notFound();
  const candidate = await getCandidate(actor, input);
  const now = new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS);
  return inTransaction(
    actor,
    async (tx) => {
      const patientId = await requirePatient(tx, actor, candidate, input);
      const place = await requirePlace(tx, input, now);
      const { row, freedDoctorIds } = await insert(tx, actor, { ...input, patientId }, place, now);
      const { doctorId, hospitalId } = row;
      const about = { subject: "appointment", subjectId: row.id, patientId, doctorId, hospitalId };
      const booked = { ...appointmentEvent("appointment.booked", row), sinks: ["channels" as const] };
      const audit = { action: "appointment.book", ...about, details: { overbooked: true } };
      await recordNews(tx, actor, audit, [booked, ...[doctorId, ...freedDoctorIds].map(availabilityChanged)]);
      await changeStatusIn(tx, actor, row.id, { status: "CHECKED_IN" });
      await also(tx, row.id);
      return unsafeGetChanged(tx, row.id);
    },
    { locks: [`doctor:${input.doctorId}`] },
  );
}

/** Where the doctor has hours at this place, and how long the visit is. */
async function requirePlace(tx: Tx, { doctorId, hospitalId, serviceId }: Input, now: Date): Promise<PlaceAndLength> {
  const offer = await findOffer(tx, doctorId, { window: { from: now, to: new Date(now.getTime() + DAY_MS) }, now });
  if (!offer) throw notFound();
  const place = lengthAt(offer, hospitalId, serviceId);
  if (!place) throw new AppError("slot-not-offered", "The doctor has no hours here, or doesn't offer this in person.");
  return place;
}

async function insert(
  tx: Tx,
  actor: Actor,
  { doctorId, patientId, serviceId, hospitalId, reason }: Input & { patientId: string },
  { schedule, minutes }: PlaceAndLength,
  now: Date,
) {
  const endsAt = new Date(now.getTime() + minutes * MINUTE_MS);
  const wanted = {
    doctorId,
    patientId,
    hospitalId,
    scheduleId: schedule.id,
    serviceId: serviceId ?? null,
    startsAt: now,
    endsAt,
    promisedOffsetMinutes: promisedOffset(now, schedule.timeZone),
    status: "CONFIRMED" as const,
    mode: "IN_PERSON" as const,
    cancellationNoticeMinutes: 0,
    graceUntil: null,
    holdExpiresAt: null,
    confirmedAt: now,
    bookedByUserId: actor.userId,
    isWalkIn: true,
    isOverbooked: true,
    now,
  };
  const [first] = await insertAppointment(tx, wanted);
  const slot = { start: now.toISOString(), end: endsAt.toISOString() };
  const cleared = first ? [] : await clearExpiredHolds(tx, { doctorId, patientId }, slot, now);
  const [row] = first ? [first] : await insertAppointment(tx, wanted);
  if (!row) throw patientBusy();
  await storeText(tx, row.id, "REASON", reason);
  return { row, freedDoctorIds: cleared.filter((id) => id !== doctorId) };
}
