import { z } from "zod";
import { anyPhone, ifGiven, optionalText, shortText, uuid } from "@/lib/platform/http/text";
import { parsePoint, type Point } from "./rules-point";
import { AMBULANCE_KINDS } from "./status";

/** In place of a town: the caller has the place's coordinates. */
export const BY_COORDINATES = "coordinates";
/** Said to the crew where only the town is known: the place on their map is its middle. */
export const TOWN_ONLY = "the map shows the town only";

const fields = z.strictObject({
  trackingToken: ifGiven(z.string().regex(/^[A-Za-z0-9_-]{43}$/)),
  hospitalId: ifGiven(uuid),
  patientId: ifGiven(uuid),
  /** The device's own position, "latitude,longitude". */
  position: optionalText(60).optional(),
  /** A town as `townValue` writes it, or BY_COORDINATES. */
  town: optionalText(140).optional(),
  coordinates: optionalText(60).optional(),
  address: optionalText(120).optional(),
  name: shortText(100),
  phone: anyPhone,
  kind: z.enum(AMBULANCE_KINDS),
  bedKind: ifGiven(z.enum(["GENERAL", "ICU", "HDU", "MATERNITY", "PAEDIATRIC", "ISOLATION", "EMERGENCY"])),
});
type Fields = z.output<typeof fields>;

/** A town to choose from, with the middle of its hospitals in front. */
export function townValue({ city, latitude, longitude }: { city: string } & Point): string {
  return `${latitude.toFixed(4)},${longitude.toFixed(4)},${city}`;
}

/** A call as its form holds it, all of it text, made into what a call is. Faults stand at the form's own fields. */
export const callForm = fields.transform((form, context) => {
  const pickup = pickupOf(form);
  if ("fault" in pickup) {
    context.addIssue({ code: "custom", path: [pickup.at], message: pickup.fault });
    return z.NEVER;
  }
  const { trackingToken, hospitalId, patientId, kind, bedKind, name, phone } = form;
  const optional = { trackingToken, hospitalId, patientId, bedKind };
  return { kind, pickup, contact: { name, phone }, ...(withoutNothing(optional) as Partial<{ [Name in keyof typeof optional]: NonNullable<(typeof optional)[Name]> }>) };
});
export type CallFormOutput = z.output<typeof callForm>;

type Pickup = Point & { address?: string };

/** The device's position wins; then coordinates; then a town with an address in it. */
function pickupOf({ position, town, coordinates, address }: Fields): Pickup | { at: string; fault: string } {
  const said = address ? { address } : {};
  const here = parsePoint(position ?? "");
  if (here) return { ...here, ...said };
  if (town === BY_COORDINATES) {
    const point = parsePoint(coordinates ?? "");
    return point ? { ...point, ...said } : { at: "coordinates", fault: "Two numbers such as 52.5251, 13.3694" };
  }
  const [latitude = "", longitude = "", ...city] = (town ?? "").split(",");
  const middle = parsePoint(`${latitude},${longitude}`);
  if (!address) return { at: "address", fault: "Street and number, or how to find you" };
  if (!middle) return { at: "town", fault: "Choose the town, or the one nearest to you" };
  return { ...middle, address: `${address}, ${city.join(",")} (${TOWN_ONLY})` };
}

function withoutNothing(given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
