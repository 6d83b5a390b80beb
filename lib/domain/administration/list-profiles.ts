import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startSortedPage, type Page } from "@/lib/platform/input/page";
import { searchWords } from "@/lib/platform/text/fold";
import { instantText } from "@/lib/platform/time/iso-text";
import { canAdminister } from "./policy";
import type { ProfileKind } from "./schema";
import type { ListedProfile, ProfilesQuery } from "./schema-profiles";

export const listedSelect = {
  id: true,
  slug: true,
  name: true,
  city: true,
  country: true,
  verification: true,
  verificationReason: true,
  verifiedAt: true,
  createdAt: true,
  version: true,
} as const;

type Row = Omit<ListedProfile, "kind" | "verifiedAt" | "createdAt"> & { verifiedAt: Date | null; createdAt: Date };

export function toListed(kind: ProfileKind, { verifiedAt, createdAt, ...row }: Row): ListedProfile {
  return { kind, ...row, verifiedAt: verifiedAt && instantText(verifiedAt), createdAt: instantText(createdAt) };
}

/**
 * Returns doctors or hospitals, verified or not, newest first, found by words of their name, city or specialty. Throws `not-found`
 * for everyone but administrators.
 */
export async function listProfiles(
  actor: Actor,
  kind: ProfileKind,
  { q, state, ...query }: ProfilesQuery,
): Promise<Page<ListedProfile>> {
  if (!canAdminister(actor)) throw notFound();
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, NEWEST_FIRST);
  const where = { AND: [beyond, found(q), state ? { verification: state } : {}] };
  const read = { where, orderBy, take, select: listedSelect };
  const page = pageOf(kind === "doctor" ? await db.doctor.findMany(read) : await db.hospital.findMany(read));
  return { ...page, items: page.items.map((row) => toListed(kind, row)) };
}

/** Every word typed must be there. */
function found(typed: string | undefined) {
  if (!typed) return {};
  const words = searchWords(typed).split(" ").filter(Boolean);
  return words.length > 0 ? { AND: words.map((word) => ({ searchText: { contains: word } })) } : { id: { in: [] } };
}
