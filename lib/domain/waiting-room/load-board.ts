import { listAppointmentTimes } from "@/lib/domain/appointments/queries";
import type { Actor } from "@/lib/actor/actor";
import { listCurrent, listDetails } from "./queries";
import type { QueueDetail, TicketOutput } from "./schema";

/** Someone's turn with their name, for the screens of those who run the queue. */
export type NamedTicket = TicketOutput & { patientName: string; appointmentVersion: number };
export type NamedQueue = Omit<QueueDetail, "tickets"> & {
  doctorName: string;
  /** Null for the doctor's own practice. */
  placeName: string | null;
  tickets: NamedTicket[];
};

/** Returns today's queues of a hospital or a doctor that the actor runs, with everyone who waits. */
export async function loadBoard(
  actor: Actor,
  list: { hospitalId?: string; doctorId?: string },
  now: Date,
): Promise<{ queues: NamedQueue[]; waiting: number }> {
  const rows = await listCurrent(actor, list, now);
  const details = await listDetails(rows, now);
  const ids = details.flatMap(({ tickets }) => tickets.map(({ appointmentId }) => appointmentId));
  const known = new Map((await listAppointmentTimes(actor, ids)).map((one) => [one.id, one]));
  const queues = details.map(({ tickets, ...queue }, index) => ({
    ...queue,
    doctorName: rows[index]?.doctor.name ?? "",
    placeName: rows[index]?.hospital?.name ?? null,
    tickets: tickets.flatMap((ticket): NamedTicket[] => {
      const one = known.get(ticket.appointmentId);
      return one ? [{ ...ticket, patientName: one.patient.name, appointmentVersion: one.version }] : [];
    }),
  }));
  return { queues, waiting: ids.length };
}
