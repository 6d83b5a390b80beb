import { getHospitalProfile } from "@/lib/domain/hospitals/queries";
import type { HospitalFilter } from "@/lib/domain/hospitals/schema";
import { searchHospitals } from "@/lib/domain/hospitals/search-hospitals";
import { countCapacity } from "./internal/count-capacity";
import type { HospitalPage, ListedHospital } from "./schema";

/**
 * Returns the public profile of a listed hospital with its current capacity. Throws `not-found` for all others alike.
 */
export async function getHospitalPage(by: { id: string } | { slug: string }): Promise<HospitalPage> {
  const profile = await getHospitalProfile(by);
  const capacityOf = await countCapacity([profile.id]);
  return { ...profile, capacity: capacityOf(profile.id) };
}

/**
 * Returns a page of listed hospitals with their current capacity: by name, or nearest first. Throws `invalid` on
 * `cursor`.
 */
export async function searchListedHospitals(
  filter: HospitalFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: ListedHospital[]; nextCursor: string | null }> {
  const { items, nextCursor } = await searchHospitals(filter, page);
  const capacityOf = await countCapacity(items.map(({ id }) => id));
  return { nextCursor, items: items.map((item) => ({ ...item, capacity: capacityOf(item.id) })) };
}
