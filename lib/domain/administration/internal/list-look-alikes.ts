import { db, type Db } from "@/lib/platform/db/db";
import type { LookAlike, ProfileKind } from "../schema";
import { profilesLike } from "../statements/profiles";

/** How similar two names must be, from 0 to 1. Doctors often share names, so theirs must be nearly identical. */
const MIN_SIMILARITY: Record<ProfileKind, number> = { hospital: 0.7, doctor: 0.9 };
const LIMIT = 3;

/**
 * Finds listed profiles of the same kind with similar names, the most similar first, by the ID of each given profile.
 */
export function listLookAlikes(
  names: { kind: ProfileKind; id: string; name: string }[],
): Promise<Map<string, LookAlike[]>> {
  return listLookAlikesIn(db, names);
}

/** As `listLookAlikes`, with the client of a transaction. */
export async function listLookAlikesIn(
  client: Db,
  names: { kind: ProfileKind; id: string; name: string }[],
): Promise<Map<string, LookAlike[]>> {
  if (names.length === 0) return new Map();
  const json = JSON.stringify(names.map(({ kind, id, name }) => ({ kind, id, name, least: MIN_SIMILARITY[kind] })));
  const rows = await profilesLike(client, json, LIMIT);
  const found = new Map<string, LookAlike[]>();
  for (const { of, ...one } of rows) found.set(of, [...(found.get(of) ?? []), one]);
  return found;
}
