import { numberText } from "@/lib/platform/text/counted";

type Point = { latitude: number; longitude: number };

/** Five decimals are a metre, which is enough. */
export function pointText({ latitude, longitude }: Point): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
}

/** A link to a map of a place; opened on demand, never embedded. */
export function mapHref({ latitude, longitude }: Point): string {
  const [at, to] = [latitude.toFixed(5), longitude.toFixed(5)];
  return `https://www.openstreetmap.org/?mlat=${at}&mlon=${to}#map=17/${at}/${to}`;
}

/** "20 m", "350 m", "1.2 km": a distance or accuracy, rounded to what is useful. */
export function distanceText(metres: number): string {
  if (metres < 1000)
    return `${metres < 100 ? Math.max(10, Math.ceil(metres / 10) * 10) : Math.ceil(metres / 50) * 50} m`;
  const km = metres / 1000;
  return `${numberText(km < 10 ? Math.round(km * 10) / 10 : Math.round(km))} km`;
}
