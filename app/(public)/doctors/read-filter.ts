import type { Search } from "@/app/search-params";
import { filterFromSearch } from "@/lib/domain/directory/format";
import { meaningOf } from "@/lib/domain/directory/rules-words";
import type { DoctorFilter } from "@/lib/domain/directory/schema";
import { listSpecialties } from "@/lib/domain/services/queries";
import { withoutFilter, type ReadFilters } from "@/lib/platform/input/filters";

/** Reads the filters of the list's address, without those the catalogue doesn't know, such as an unknown specialty. */
export async function readFilter(search: Search): Promise<ReadFilters<DoctorFilter>> {
  const read = filterFromSearch(search);
  const { specialty } = read.filter;
  if (!specialty || meaningOf(specialty.replaceAll("-", " "))) return read;
  const isKnown = (await listSpecialties()).some(({ slug }) => slug === specialty);
  return isKnown ? read : withoutFilter(read, search, "specialty");
}
