import { cancelMessages } from "@/lib/domain/messages/cancel-messages";
import type { RowOf } from "@/lib/platform/db/statement";
import type { Sql } from "@/lib/platform/db/sql";
import { closeOffer } from "../statements";

type Closing = Parameters<typeof closeOffer>;

/**
 * Closes an open offer, once, and takes back what was not sent about it yet: read afterwards, it would be a disappointment.
 * Undefined when it is open no longer.
 */
export async function endOffer(
  tx: Sql,
  which: Closing[1],
  to: Closing[2],
  now: Date,
  booked: Closing[4] = null,
): Promise<RowOf<typeof closeOffer> | undefined> {
  const [offer] = await closeOffer(tx, which, to, now, booked);
  if (offer) await cancelMessages(tx, { about: [`waitlist-entry:${offer.entryId}`] });
  return offer;
}
