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
  return specialties.map(({ name }, index) => (index === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1))).join(", ");
}

/** "1 doctor", "12 doctors". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString(LOCALE)} ${count === 1 ? one : many}`;
}

const KEYS = Object.keys(doctorFilter.shape);

/** The filters of a page's address. What makes no sense is left out: a mistyped link still leads to doctors. */
export function filterFromSearch(search: Record<string, string | string[] | undefined>): DoctorFilter {
  const given: Record<string, string> = {};
  for (const key of KEYS) {
    const value = search[key];
    const first = Array.isArray(value) ? value[0] : value;
    if (first?.trim()) given[key] = first;
  }
  for (let attempt = 0; attempt < 4; attempt++) {
    const parsed = doctorFilter.safeParse(given);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      const key = String(issue.path[0]);
      // Without a point neither distance nor radius mean anything.
      if (key === "near" && given.near === undefined) delete given[given.sort === "distance" ? "sort" : "radiusKm"];
      delete given[key];
    }
  }
  return { sort: "relevance" };
}
