import * as appointments from "@/lib/domain/appointments/statements/appointments";
import * as patients from "@/lib/domain/appointments/statements/patients";
import * as promises from "@/lib/domain/appointments/statements/promises";
import * as quotas from "@/lib/domain/appointments/statements/quotas";
import * as texts from "@/lib/domain/appointments/statements/texts";
import * as schedules from "@/lib/domain/schedules/statements";
import { inDays } from "../../support/factories";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

export function appointmentSamples({ now, doctor, patientId, userId, hospitalId, ...world }: World): Sample[] {
  const { scheduleId, appointment } = world;
  const pair = { doctorId: doctor.id, patientId };
  const period = { startsAt: inDays(3), endsAt: inDays(3, "10:30") };
  const place = { hospitalId, scheduleId, serviceId: null, promisedOffsetMinutes: 0, cancellationNoticeMinutes: 0 };
  const booking = { status: "CONFIRMED", mode: "IN_PERSON", bookedByUserId: userId } as const;
  const times = { graceUntil: now, holdExpiresAt: null, confirmedAt: now, now, isWalkIn: false, isOverbooked: false };
  const asked = { ...pair, scheduleId, day: { from: inDays(0, "00:00"), to: inDays(3, "00:00") } };
  const moved = { ...asked, ignoreAppointmentId: appointment.id };
  const work = { own: { doctorId: doctor.id, hospitalId }, only: {} };
  const narrowed = { own: { doctorId: doctor.id }, only: { hospitalId } };
  const coming = { zone: "UTC", from: inDays(0, "00:00"), until: inDays(9), offset: 0 };
  const window = { from: inDays(0, "00:00"), to: inDays(7) };
  return [
    sample(appointments.insertAppointment, { ...pair, ...period, ...place, ...booking, ...times }),
    sample(appointments.expireHoldsInTheWay, pair, period, now),
    sample(appointments.overlapOfPatient, patientId, appointment),
    sample(appointments.ownHold, appointment.id, userId, now),
    sample(appointments.endOwnHolds, userId, doctor.id, now),
    sample(appointments.overdueAppointments, "HELD", now, 10),
    sample(appointments.overdueAppointments, "PENDING", now, 10),
    sample(appointments.expireAppointment, appointment.id, "HELD", now),
    sample(appointments.expireAppointment, appointment.id, "PENDING", now),
    sample(appointments.endOfferHold, appointment.id, now),
    sample(appointments.deleteOldHolds, 7, 1_000),
    sample(texts.textsOfAppointments, [appointment.id]),
    sample(texts.insertAppointmentText, appointment.id, "REASON", "A cough"),
    sample(quotas.visitCounts, asked, now),
    sample(quotas.visitCounts, moved, now),
    sample(quotas.newPatients, asked),
    sample(quotas.newPatients, moved),
    sample(quotas.holdCounts, { userId, doctorId: doctor.id, startsAt: period.startsAt, now, since: now }),
    sample(patients.patientsOfDoctor, doctor.id, {}, now, undefined, 10),
    sample(patients.patientsOfDoctor, doctor.id, { typed: "asha" }, now, { latestAt: now, id: patientId }, 10),
    sample(patients.patientsOfDoctor, doctor.id, { patientId }, now, undefined, 1),
    sample(promises.zonesOfComing, work, now),
    sample(promises.zonesOfComing, narrowed, now),
    sample(promises.shiftedVisits, work, now, JSON.stringify([coming]), undefined, 10),
    sample(promises.shiftedVisits, work, now, JSON.stringify([coming]), { startsAt: now, id: patientId }, 10),
    sample(promises.visitsWithoutPromise, now, undefined, 10),
    sample(promises.writePromises, JSON.stringify([{ id: appointment.id, startsAt: now, offset: 60 }])),
    sample(schedules.storedOffers, [doctor.id], { window, now }),
    sample(schedules.storedOffers, [doctor.id], {
      window,
      now,
      holderId: userId,
      ignoreAppointmentId: appointment.id,
    }),
    sample(schedules.zonesOfPlaces),
    sample(schedules.writeExceptions, [{ id: scheduleId, exceptions: [] }]),
  ];
}
