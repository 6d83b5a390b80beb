import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { answersRequested } from "./events";
import { unansweredVisits } from "./statements";

/**
 * Asks those with the whole right for the patient for the answers, of each of these visits that asks something and has none.
 * For the relay, once a visit however often it calls: the booking itself can't know, because questions refer to visits.
 */
export async function requestAnswers(appointmentIds: string[]): Promise<void> {
  if (appointmentIds.length === 0) return;
  await inTransaction(SYSTEM_ACTOR, async (tx) => {
    const open = (await unansweredVisits(tx, appointmentIds)).filter(({ isRequested }) => !isRequested);
    if (open.length > 0) await recordChange(tx, SYSTEM_ACTOR, null, open.map(answersRequested));
  });
}
