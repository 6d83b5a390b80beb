import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { bookIn } from "./book-appointment";
import { changeStatusIn } from "./change-status";
import { requireGap, requireOpenSlot } from "./internal/claim-slot";
import { getCandidate } from "./internal/get-candidate";
import { listWalkInTimes } from "./list-walk-in-times";
import type { AppointmentRow } from "./queries";
import { isArrivalTime } from "./rules";
import type { WalkInInput } from "./schema";

/** How many later times are tried after a lost one before reporting it. */
const ATTEMPTS = 5;

type Chosen = { doctorId: string; start: string };

/**
 * Books for a patient at the desk, known or new, and checks them in, in one transaction: the next available time today
 * with one doctor, any of a department or the first free one, regardless of the notice that patients have to give; or,
 * on request, the free minutes between the published times. A service determines the length and the doctors. The doctor
 * is notified once that they are waiting. Never overlaps another visit. A lost time is replaced by the next one. Throws
 * `not-found` (not the actor's place), `slot-not-offered` (no time left today), `slot-taken`, `patient-busy`.
 */
export async function bookWalkIn(actor: Actor, input: WalkInInput): Promise<AppointmentRow> {
  for (let attempt = 1; ; attempt++) {
    const chosen = await chooseTime(actor, input);
    try {
      return await receive(actor, input, chosen);
    } catch (error) {
      // Taken by someone else, or its minute has passed meanwhile.
      const isLost = error instanceof AppError && (error.code === "slot-taken" || error.code === "slot-not-offered");
      if (!isLost || attempt >= ATTEMPTS) throw error;
    }
  }
}

/** The soonest available time; doctors free at the same time are chosen in order of their names. */
async function chooseTime(actor: Actor, input: WalkInInput): Promise<Chosen> {
  const doctors = await listWalkInTimes(actor, input);
  for (const { doctorId, next, gap } of doctors) {
    const slot = input.when === "NOW" ? gap : next;
    if (slot) return { doctorId, start: slot.start };
  }
  const said = input.when === "NOW" ? "No doctor is free right now." : "No times left today.";
  const nobody = input.serviceId
    ? "No doctor who offers this in person is on duty for the rest of today."
    : "No doctor is on duty for the rest of today.";
  throw new AppError("slot-not-offered", doctors.length === 0 ? nobody : said);
}

async function receive(actor: Actor, input: WalkInInput, { doctorId, start }: Chosen): Promise<AppointmentRow> {
  const { hospitalId, serviceId, when, checkIn, patientId, patient, reason } = input;
  const candidate = await getCandidate(actor, { doctorId, patientId, patient });
  return inTransaction(
    actor,
    async (tx) => {
      const now = new Date();
      // Someone whose time is tonight books it this morning, and comes back.
      const stays = checkIn && isArrivalTime({ startsAt: new Date(start) }, now);
      const open =
        when === "NOW"
          ? await requireGap(tx, { doctorId, hospitalId, serviceId }, now, actor)
          : await requireOpenSlot(tx, { doctorId, hospitalId, serviceId, start }, now, { actor, isWalkIn: true });
      const row = await bookIn(
        tx,
        actor,
        open,
        { doctorId, serviceId, start, candidate, reason, isQuiet: stays, isWalkIn: true },
        now,
      );
      // Staff who come as patients of a doctor who confirms manually wait for that like anyone else.
      return stays && row.status === "CONFIRMED" ? changeStatusIn(tx, actor, row.id, { status: "CHECKED_IN" }) : row;
    },
    { locks: [`doctor:${doctorId}`] },
  );
}
