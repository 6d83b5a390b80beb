import { searchLine } from "@/lib/platform/text/fold";

export type Town = { city: string; country: string | null; latitude: number; longitude: number };

/** One spelling of a town with the centre of its places, and how many there are. */
export type TownPlaces = Town & { places: number };

/** Closer than this, two towns of one name are one: about 110 kilometres. */
const NEAR_DEGREES = 1;

/**
 * Groups many places into towns, by name. Spellings of one name that are close together are one town, at the centre of
 * all.
 */
export function townsOf(given: readonly TownPlaces[]): Town[] {
  const towns: TownPlaces[] = [];
  for (const one of [...given].sort((a, b) => b.places - a.places)) {
    const known = towns.findIndex((town) => isSame(town, one));
    const town = towns[known];
    if (town) towns[known] = merged(town, one);
    else towns.push(one);
  }
  return towns.map(({ places: _, ...town }) => town).sort((a, b) => a.city.localeCompare(b.city));
}

function isSame(a: Town, b: Town): boolean {
  if (searchLine(a.city) !== searchLine(b.city)) return false;
  const east = Math.abs(a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180);
  return Math.abs(a.latitude - b.latitude) < NEAR_DEGREES && east < NEAR_DEGREES;
}

function merged(a: TownPlaces, b: TownPlaces): TownPlaces {
  const places = a.places + b.places;
  const middle = (x: number, y: number) => (x * a.places + y * b.places) / places;
  return {
    city: a.city,
    country: a.country ?? b.country,
    latitude: middle(a.latitude, b.latitude),
    longitude: middle(a.longitude, b.longitude),
    places,
  };
}

/** Returns each town's label in a list: its name, with the country where several share it. */
export function townLabels(towns: readonly Town[]): string[] {
  const named = counted(towns.map(({ city }) => searchLine(city)));
  const countries = new Intl.DisplayNames("en-GB", { type: "region", fallback: "code" });
  const labels = towns.map(({ city, country }) =>
    (named.get(searchLine(city)) ?? 0) > 1 && country ? `${city}, ${countries.of(country)}` : city,
  );
  const again = counted(labels);
  return labels.map((label, index) => ((again.get(label) ?? 0) > 1 ? `${label} (${degrees(towns[index])})` : label));
}

const degrees = (town: Town | undefined) => (town ? `${town.latitude.toFixed(1)}, ${town.longitude.toFixed(1)}` : "");

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
