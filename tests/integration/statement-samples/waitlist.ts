import * as waitlist from "@/lib/domain/waitlist/statements";
import { inDays } from "../../support/factories";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

export function waitlistSamples({ now, doctor, patientId, hospitalId, appointment, waitlistEntry }: World): Sample[] {
  const [startsAt, endsAt, expiresAt] = [inDays(3), inDays(3, "10:30"), inDays(1)];
  const offer = { entryId: waitlistEntry.id, patientId, doctorId: doctor.id, hospitalId, holdId: appointment.id };
  const step = { from: ["WAITING"], to: "LEFT" } as const;
  return [
    sample(waitlist.waitingFor, doctor.id, now, 10),
    sample(waitlist.awaitedDoctors, null),
    sample(waitlist.awaitedDoctors, [doctor.id]),
    sample(waitlist.stepEntry, waitlistEntry.id, step, now),
    sample(waitlist.insertOffer, { ...offer, startsAt, endsAt, expiresAt, now }),
    sample(waitlist.closeOffer, { id: waitlistEntry.id }, "LAPSED", now, null),
    sample(waitlist.closeOffer, { entryId: waitlistEntry.id }, "WITHDRAWN", now, null),
    sample(waitlist.lapsedOffers, now, 10),
    sample(waitlist.openOffers, doctor.id, now),
    sample(waitlist.overEntries, inDays(11), null, 10),
    sample(waitlist.waitlistNumbers, { doctorId: doctor.id }, now),
    sample(waitlist.waitlistNumbers, { hospitalId }, now),
  ];
}
