export type Point = { latitude: number; longitude: number };

/** Degrees as people write them; a comma is a decimal sign only where something else separates the two numbers. */
const PAIRS = [
  /^(?:geo:)?\s*([-+]?\d{1,3}(?:\.\d+)?)°?\s*([NS])?\s*[,; ]\s*([-+]?\d{1,3}(?:\.\d+)?)°?\s*([EWO])?(?:[;?].*)?$/i,
  /^([-+]?\d{1,3},\d+)°?\s*([NS])?\s*[; ]\s*([-+]?\d{1,3},\d+)°?\s*([EWO])?$/i,
];

/**
 * Parses what people paste for a location: "52.5251, 13.3694", "52,5251 13,3694", "52.5251° N, 13.3694° E",
 * "geo:52.5,13.4".
 */
export function parsePoint(text: string): Point | undefined {
  const match = PAIRS.map((pair) => pair.exec(text.trim())).find(Boolean);
  if (!match) return undefined;
  const degrees = (digits: string | undefined, side: string | undefined) =>
    Number(digits?.replace(",", ".")) * (side && /[SW]/i.test(side) ? -1 : 1);
  const latitude = degrees(match[1], match[2]);
  const longitude = degrees(match[3], match[4]);
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

/** The earth's mean radius. */
const EARTH_METRES = 6_371_008;

/** Returns the metres along the great circle (haversine), accurate to half a percent. */
export function metresBetween(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const chord =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}
