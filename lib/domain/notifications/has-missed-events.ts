import type { Actor } from "@/lib/actor/actor";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { hasMissed } from "@/lib/platform/events/missed";
import { channelOfKey } from "./internal/channel-of-key";
import { entriesOf, isPublic } from "./policy";

type Question = { since: string; channels: string[]; key?: string | undefined };

/**
 * Tells whether a page must be read again that has just joined these channels and shows what was committed at `since`: something
 * was recorded after it of which they tell, or that isn't known. Throws as `authorizeChannel` does for channels that this actor,
 * or this key, may not join.
 */
export async function hasMissedEvents(actor: Actor | null, { since, channels, key }: Question): Promise<boolean> {
  // A key opens one channel: it is looked up once, however many are asked for.
  const opened = key === undefined ? null : await channelOfKey(key, channels[0] ?? "");
  const entries = channels.flatMap((channel) => {
    if (key !== undefined && channel !== opened) throw notFound();
    if (key === undefined && actor === null && !isPublic(channel)) throw new AppError("unauthenticated");
    const heard = entriesOf(channel, key === undefined ? actor : "key");
    if (heard === null) throw notFound();
    return heard;
  });
  return hasMissed(since, entries);
}
