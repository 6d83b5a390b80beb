import { randomUUID } from "node:crypto";
import { lockNeedy } from "@/lib/domain/disruptions/statements";
import * as reminders from "@/lib/domain/reminders/statements";
import * as links from "@/lib/domain/visit-links/statements";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

export function reminderSamples({ now, doctor, hospitalId, patientId, appointment }: World): Sample[] {
  const planned = { id: appointment.id, nextAt: now, minutesBefore: [60], callsUnconfirmed: true };
  const link = {
    appointmentId: appointment.id,
    purpose: "REMINDER",
    phone: "+493055501",
    startsAt: appointment.startsAt,
  };
  return [
    sample(reminders.plansToMake, 10),
    sample(reminders.duePlans, 10),
    sample(reminders.writePlans, [planned]),
    sample(reminders.planAgain, { doctorId: doctor.id, hospitalId: null }, 10),
    sample(reminders.planAgain, { doctorId: null, hospitalId }, 10),
    sample(reminders.lockVisit, appointment.id, 1),
    sample(reminders.remindedOf, [patientId]),
    sample(links.insertLinks, JSON.stringify([{ ...link, id: randomUUID(), tokenHash: "a-hash" }])),
    sample(links.linkNow, "a-hash"),
    sample(lockNeedy, appointment.id),
    sample(links.linkBecame, "a-hash"),
    sample(links.deleteOldLinks, 1),
  ];
}
