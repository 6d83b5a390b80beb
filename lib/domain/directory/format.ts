import { readFilters, withoutFilter, type ReadFilters } from "@/lib/platform/input/filters";
import { doctorFilter, type DoctorCard, type DoctorFilter, type Place } from "./schema";

const LOCALE = "en-GB";
const languageNames = new Intl.DisplayNames(LOCALE, { type: "language", fallback: "code" });

/** "de" → "German". */
export function languageName(code: string): string {
  try {
    return languageNames.of(code) ?? code;
  } catch {
    return code;
  }
}

/** "Lindenhof Klinikum Berlin" or "Sonnwald practice, Berlin". */
export function placeLine(place: Pick<Place, "name" | "city">): string {
  return place.city && !place.name.includes(place.city) ? `${place.name}, ${place.city}` : place.name;
}

/** "General practice, cardiology". */
export function specialtyLine(specialties: DoctorCard["specialties"]): string {
  return specialties
    .map(({ name }, index) => (index === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1)))
    .join(", ");
}

const KEYS = Object.keys(doctorFilter.shape);

/** Reads the filters of a page's address and reports what makes no sense: a mistyped link still leads to doctors. */
export function filterFromSearch(search: Record<string, string | string[] | undefined>): ReadFilters<DoctorFilter> {
  // Without a point neither distance nor radius has a meaning.
  const read = readFilters(doctorFilter, KEYS, search, (name, given) =>
    name !== "near" || given.near ? name : given.sort === "distance" ? "sort" : "radiusKm",
  );
  const { language } = read.filter;
  return language && languageName(language) === language ? withoutFilter(read, search, "language") : read;
}
