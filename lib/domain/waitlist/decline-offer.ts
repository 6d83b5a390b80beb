import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { noSuchStep } from "@/lib/platform/life-cycle/refuse-step";
import { OFFER_LABELS } from "./format";
import { passOn } from "./internal/pass-on";
import type { WaitlistEntryOutput } from "./schema";
import { toEntryOutput } from "./output";
import { getEntry, getOwnOffer, getOwnOfferIn } from "./queries";

/**
 * Says no to an offered time, which passes to the next person at once. The entry keeps waiting; the same time isn't
 * offered to it again. Declined twice is no change. Throws `not-found`, `invalid-transition`.
 */
export async function declineOffer(actor: Actor, id: string): Promise<WaitlistEntryOutput> {
  const known = await getOwnOffer(actor, id);
  await inTransaction(
    actor,
    async (tx) => {
      const { status: from } = await getOwnOfferIn(tx, actor, id);
      // A time that lapsed meanwhile wasn't wanted either.
      if (from === "DECLINED" || from === "LAPSED" || from === "WITHDRAWN") return;
      if (await passOn(tx, actor, known, "DECLINED", new Date())) return;
      throw noSuchStep({ thing: "An offer", from, to: "DECLINED", labels: OFFER_LABELS });
    },
    { locks: [`doctor:${known.doctorId}`] },
  );
  return toEntryOutput(await getEntry(actor, known.entryId));
}
