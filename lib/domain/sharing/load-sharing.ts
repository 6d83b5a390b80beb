import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { listOwnPatients } from "@/lib/domain/patients/queries";
import { localDateAt } from "@/lib/platform/time/local-date";
import { canSeeGrants, canShare } from "./policy";
import { toGrant } from "./queries";
import { MAX_GRANTS } from "./rules";
import type { Grant } from "./schema";
import { grantsOf } from "./statements";

/** With whom a record is shared, and with whom it was lately. */
export type SharedRecord = {
  patient: { id: string; name: string; isYou: boolean };
  open: Grant[];
  ended: Grant[];
  canShare: boolean;
};

const MOST_ENDED = 20;

/** Loads the page on sharing: the records of these patients, as far as the actor reads them, and the date where they are. */
export async function loadSharing(
  actor: Actor,
  wanted: readonly string[],
  now: Date = new Date(),
): Promise<{ records: SharedRecord[]; today: string }> {
  const ids = wanted.filter((id) => canSeeGrants(actor, id));
  const patients = await listOwnPatients(actor, ids);
  const records = await inTransaction(actor, async (tx) => {
    const found: SharedRecord[] = [];
    for (const { id, name, relation } of patients) {
      const of = { patientIds: [id], after: null };
      const open = await grantsOf(tx, { ...of, isOpen: true, take: 2 * MAX_GRANTS });
      const latest = await grantsOf(tx, { ...of, take: MAX_GRANTS + MOST_ENDED });
      found.push({
        patient: { id, name, isYou: relation === "SELF" },
        open: open.filter(({ state }) => state !== "ENDED").map((row) => toGrant(actor, row)),
        ended: latest
          .filter(({ state }) => state === "ENDED")
          .slice(0, MOST_ENDED)
          .map((row) => toGrant(actor, row)),
        canShare: canShare(actor, id),
      });
    }
    return found;
  });
  return { records, today: localDateAt(now, actor.timeZone) };
}
