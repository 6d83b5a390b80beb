import { instantText } from "@/lib/platform/time/iso-text";
import type { listSubscriptions } from "./queries";
import type { Subscription } from "./schema";

type Row = Awaited<ReturnType<typeof listSubscriptions>>[number];

/** Returns the wire format of a browser that shows notifications. */
export function toSubscriptionOutput(row: Row): Subscription {
  return {
    id: row.id,
    device: row.device,
    createdAt: instantText(row.createdAt),
    seenAt: instantText(row.seenAt),
    lastUsedAt: row.lastUsedAt && instantText(row.lastUsedAt),
  };
}
