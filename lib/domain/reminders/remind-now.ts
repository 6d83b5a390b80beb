import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { rolesFor } from "@/lib/domain/appointments/policy";
import { getAppointmentCard } from "@/lib/domain/appointments/queries";
import { wasQueued } from "@/lib/domain/messages/was-queued";
import { AppError } from "@/lib/platform/errors/app-error";
import { appointmentReminded } from "./events";
import { keyStartOf } from "./internal/drafts";
import { queueReminders } from "./queue-reminders";
import { lockVisit } from "./statements";

const HOUR_MS = 3_600_000;

type Reminded = { messages: number; waiting: number };

/**
 * Reminds the patient of an appointment at once, as its doctor or the front desk, whatever the rules are: while they are on the
 * phone, or because they haven't confirmed. Not again within an hour. Returns how many messages there are, and how many of them wait
 * for the end of quiet hours. Throws `not-found`, `forbidden`, `invalid-transition`, `conflict` when
 * they were reminded within the hour or can't be, and when the appointment changes at the same moment.
 */
export async function remindNow(actor: Actor, id: string): Promise<Reminded> {
  const card = await getAppointmentCard(actor, id);
  const now = new Date();
  if (!rolesFor(actor, card).some((role) => role === "doctor" || role === "staff"))
    throw new AppError("forbidden", "The practice sends reminders.");
  if (card.status !== "CONFIRMED" || card.startsAt <= now)
    throw new AppError("invalid-transition", "Only confirmed appointments that are still to come have reminders.", {
      extra: { from: card.status },
    });
  return inTransaction(
    actor,
    async (tx) => {
      // What moves or cancels it waits until the reminder is queued, and then cancels it.
      const [visit] = await lockVisit(tx, id, card.version);
      if (!visit) throw new AppError("conflict", "This appointment has just changed. Look at it again first.");
      const keyStart = `${keyStartOf(card)}asked-`;
      const since = new Date(now.getTime() - HOUR_MS);
      if (await wasQueued(tx, { about: `appointment:${id}`, keyStart, since }))
        throw new AppError("conflict", "A reminder was sent within the last hour. Wait a little before the next one.");
      const dueAt = await queueReminders(tx, [{ visit: toDueVisit(card), which: `asked-${now.getTime()}` }], now);
      if (dueAt.length === 0) throw new AppError("conflict", "There's no way to send this patient a reminder.");
      const { patientId, doctorId, hospitalId } = card;
      const about = { subject: "appointment", subjectId: id, patientId, doctorId, hospitalId };
      await recordChange(tx, actor, { action: "appointment.remind", ...about }, [appointmentReminded(card)]);
      return { messages: dueAt.length, waiting: dueAt.filter((at) => at > new Date()).length };
    },
    { locks: [`reminder:${id}`] },
  );
}

function toDueVisit(card: Awaited<ReturnType<typeof getAppointmentCard>>) {
  const { id, startsAt, patientId, hospitalId, hospital, doctor, schedule, mode } = card;
  return {
    ...{ id, startsAt, patientId, hospitalId },
    timeZone: schedule?.timeZone ?? hospital?.timeZone ?? doctor.timeZone,
    isVideo: mode === "VIDEO",
    place: hospital?.name ?? null,
    address: (hospital ?? doctor).address,
    city: (hospital ?? doctor).city,
  };
}
