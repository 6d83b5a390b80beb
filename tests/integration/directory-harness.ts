import { searchDoctors } from "@/lib/domain/directory/queries";
import { doctorFilter } from "@/lib/domain/directory/schema";

/** The moment the demo data and every search are based on. */
export const now = new Date();
export const search = (query: Record<string, string>, limit = 50, cursor?: string) =>
  searchDoctors(doctorFilter.parse(query), { limit, cursor, now });
