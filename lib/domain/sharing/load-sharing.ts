import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { listOwnPatients } from "@/lib/domain/patients/queries";
import type { Tx } from "@/lib/platform/db/db";
import { localDateAt } from "@/lib/platform/time/local-date";
import { canSeeGrants, canShare } from "./policy";
import { toGrant } from "./queries";
import { listLinksIn } from "./list-links";
import { MAX_GRANTS, MAX_LINKS } from "./rules";
import type { Grant } from "./schema";
import type { RecordLink } from "./schema-links";
import { grantsOf } from "./statements";

/** With whom a record is shared, and with whom it was lately. */
export type SharedRecord = {
  patient: { id: string; name: string; isYou: boolean };
  open: Grant[];
  ended: Grant[];
  /** Links to parts of it that hold, and those that held lately. */
  links: { open: RecordLink[]; ended: RecordLink[] };
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
        links: await linksIn(tx, actor, id),
        canShare: canShare(actor, id),
      });
    }
    return found;
  });
  return { records, today: localDateAt(now, actor.timeZone) };
}

async function linksIn(tx: Tx, actor: Actor, patientId: string): Promise<SharedRecord["links"]> {
  const of = { patientIds: [patientId], after: null };
  const open = await listLinksIn(tx, actor, { ...of, isOpen: true, take: MAX_LINKS });
  const latest = await listLinksIn(tx, actor, { ...of, take: MAX_LINKS + MOST_ENDED });
  const isOpen = new Set(open.map(({ id }) => id));
  return { open, ended: latest.filter(({ id }) => !isOpen.has(id)).slice(0, MOST_ENDED) };
}
