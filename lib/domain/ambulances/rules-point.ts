export type Point = { latitude: number; longitude: number };

/** Degrees as they are written; a comma is a decimal sign only where something else parts the two numbers. */
const PAIRS = [
  /^(?:geo:)?\s*([-+]?\d{1,3}(?:\.\d+)?)°?\s*([NS])?\s*[,; ]\s*([-+]?\d{1,3}(?:\.\d+)?)°?\s*([EWO])?(?:[;?].*)?$/i,
  /^([-+]?\d{1,3},\d+)°?\s*([NS])?\s*[; ]\s*([-+]?\d{1,3},\d+)°?\s*([EWO])?$/i,
];

/** What people paste for a place: "52.5251, 13.3694", "52,5251 13,3694", "52.5251° N, 13.3694° E", "geo:52.5,13.4". */
export function parsePoint(text: string): Point | undefined {
  const match = PAIRS.map((pair) => pair.exec(text.trim())).find(Boolean);
  if (!match) return undefined;
  const degrees = (digits: string | undefined, side: string | undefined) =>
    Number(digits?.replace(",", ".")) * (side && /[SW]/i.test(side) ? -1 : 1);
  const latitude = degrees(match[1], match[2]);
  const longitude = degrees(match[3], match[4]);
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}
