import { z } from "zod";
import type { Member } from "./channels";
import { type ChannelsLimits, MAX_USER_ID_LENGTH } from "./limits";
import { parseJson } from "./protocol";

// Libraries in weakly typed languages sign numeric IDs; on the wire an ID is always text.
const memberId = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1).max(MAX_USER_ID_LENGTH));

const memberSchema = z.object({ user_id: memberId, user_info: z.unknown().optional() });
const userSchema = z.object({ id: memberId, user_info: z.unknown().optional() });

function withinLimits(info: unknown, limits: ChannelsLimits): boolean {
  return info === undefined || Buffer.byteLength(JSON.stringify(info)) <= limits.maxPresenceInfoBytes;
}

/** Reads a presence channel's signed `channel_data`; null when it names no user or is too long. */
export function readMember(channelData: string, limits: ChannelsLimits): Member | null {
  const data = memberSchema.safeParse(parseJson(channelData));
  if (!data.success || !withinLimits(data.data.user_info, limits)) return null;
  return { id: data.data.user_id, info: data.data.user_info };
}

/** Reads the signed `user_data` of a sign-in; null when it names no user or is too long. */
export function readUser(userData: string, limits: ChannelsLimits): Member | null {
  const data = userSchema.safeParse(parseJson(userData));
  if (!data.success || !withinLimits(data.data.user_info, limits)) return null;
  return { id: data.data.id, info: data.data.user_info };
}
