import { getTrackedCallId } from "@/lib/domain/ambulances/get-tracked-call";
import { findDisplayOfKey } from "@/lib/domain/displays/queries";
import { findLinkOfKey } from "@/lib/domain/sharing/load-linked-record";
import { callChannel, displayChannel, linkChannel } from "../policy";

/** The only channel a secret opens; null when it opens none. `wanted` says of which kind it is. */
export async function channelOfKey(key: string, wanted: string): Promise<string | null> {
  if (wanted.startsWith(displayChannel(""))) {
    const displayId = await findDisplayOfKey(key);
    return displayId && displayChannel(displayId);
  }
  if (!wanted.startsWith(linkChannel(""))) return callChannel(await getTrackedCallId(key));
  const linkId = await findLinkOfKey(key);
  return linkId && linkChannel(linkId);
}
