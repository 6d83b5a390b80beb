import * as queues from "@/lib/domain/queues/statements";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

export function queueSamples({ now, doctor, hospitalId, appointment, queue, arrived }: World): Sample[] {
  const place = { doctorId: doctor.id, hospitalId };
  return [
    sample(queues.zoneOfAppointment, appointment.id),
    sample(queues.zoneOfPlace, place),
    sample(queues.openQueue, place, "2027-01-04"),
    sample(queues.giveTicket, arrived.id, queue.id, "DESK"),
    sample(queues.followedQueue, queue.id),
    sample(queues.queueOfAppointment, arrived.id),
    sample(queues.waitingIn, [queue.id]),
    sample(queues.atWork, [doctor.id], now),
    sample(queues.yetToCome, [doctor.id], now, new Date(now.getTime() + 3 * 86_400_000)),
    sample(queues.latestDurations, [doctor.id], 10),
    sample(queues.keepCheckedIn, arrived.id),
  ];
}
