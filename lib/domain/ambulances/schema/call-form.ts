import { z } from "zod";
import { townLabels, type Town } from "@/lib/domain/hospitals/rules-towns";
import { anyPhone, ifGiven, optionalText, shortText, uuid } from "@/lib/platform/input/text";
import { searchLine } from "@/lib/platform/text/fold";
import { parsePoint, type Point } from "../rules-point";
import { AMBULANCE_KINDS } from "../status";

/** A town on our map, as the form offers it: its name, and its centre as `townValue` writes it. */
export type OfferedTown = { value: string; label: string };

const callFormFields = z.strictObject({
  trackingToken: ifGiven(z.string().regex(/^[A-Za-z0-9_-]{43}$/)),
  hospitalId: ifGiven(uuid),
  patientId: ifGiven(uuid),
  /** The device's own position, "latitude,longitude". */
  position: optionalText(60).optional(),
  /** The town or village as the caller calls it. */
  town: optionalText(100).optional(),
  /** The value of one of the offered towns: that one or the one nearest to it. */
  nearest: optionalText(140).optional(),
  /** Street and number, or coordinates as a map shows them. */
  address: optionalText(120).optional(),
  name: shortText(100),
  phone: anyPhone,
  kind: z.enum(AMBULANCE_KINDS),
  bedKind: ifGiven(z.enum(["GENERAL", "ICU", "HDU", "MATERNITY", "PAEDIATRIC", "ISOLATION", "EMERGENCY"])),
});
type Fields = z.output<typeof callFormFields>;

/** Returns a town's option value, prefixed with the centre of its places. */
export function townValue({ city, latitude, longitude }: { city: string } & Point): string {
  return `${latitude.toFixed(4)},${longitude.toFixed(4)},${city}`;
}

/** Returns the towns on our map as the form offers them. */
export function offeredTowns(towns: readonly Town[]): OfferedTown[] {
  const labels = townLabels(towns);
  return towns.map((town, index) => ({ value: townValue(town), label: labels[index] ?? town.city }));
}

/** Returns which offered town was typed; undefined for none, or an ambiguous one. */
export function townNamed(towns: readonly OfferedTown[], typed: string): OfferedTown | undefined {
  const wanted = searchLine(typed);
  const [one, ...others] = towns.filter(({ label }) => searchLine(label) === wanted);
  return others.length === 0 ? one : undefined;
}

/**
 * Returns the schema that turns the form's text fields into a call. Errors are at the form's own fields, all at once:
 * the location is parsed even if the name is missing.
 */
export function callFormFor(towns: readonly OfferedTown[]) {
  const place = z.superRefine<Partial<Fields>>(
    (form, context) => {
      const pickup = pickupOf(form, towns);
      if (isFaulty(pickup))
        for (const { at, message } of pickup) context.addIssue({ code: "custom", path: [at], message });
    },
    { when: ({ value }) => typeof value === "object" && value !== null },
  );
  return callFormFields.check(place).transform((form, context) => {
    const pickup = pickupOf(form, towns);
    if (isFaulty(pickup)) {
      context.addIssue({ code: "custom" });
      return z.NEVER;
    }
    const { trackingToken, hospitalId, patientId, kind, bedKind, name, phone } = form;
    const optional = { trackingToken, hospitalId, patientId, bedKind };
    return {
      kind,
      pickup,
      contact: { name, phone },
      ...(withoutNothing(optional) as Partial<{
        [Name in keyof typeof optional]: NonNullable<(typeof optional)[Name]>;
      }>),
    };
  });
}

type Pickup = Point & { address?: string };
type Faults = { at: "address" | "town" | "nearest"; message: string }[];

const isFaulty = (pickup: Pickup | Faults): pickup is Faults => Array.isArray(pickup);

/**
 * The device's position takes precedence; then coordinates in place of an address; then the selected or recognised
 * town. What the caller wrote reaches the crew unchanged, with a note on what their map shows.
 */
function pickupOf(
  { position, town = "", nearest = "", address = "" }: Partial<Fields>,
  towns: readonly OfferedTown[],
): Pickup | Faults {
  const here = parsePoint(position ?? "");
  if (here) return { ...here, ...(address ? { address } : {}) };
  const there = parsePoint(address);
  if (there) return { ...there, ...(town ? { address: town } : {}) };
  const [shown, middle] = shownTown(nearest) ?? shownTown(townNamed(towns, town)?.value ?? "") ?? [];
  const faults: Faults = [];
  if (!address) faults.push({ at: "address", message: "Enter an address, or use your location" });
  if (!middle && !town) faults.push({ at: "town", message: "Enter your town or village" });
  else if (!middle)
    faults.push({
      at: "nearest",
      message:
        towns.length > 0 ? "Choose the one nearest to you" : "Use your location, or enter coordinates as the address",
    });
  if (faults.length > 0 || !middle || !shown) return faults;
  return { ...middle, address: `${address}, ${whereabouts(town, shown)}` };
}

/** For the crew when only a town is known: the place on their map is its centre. */
function whereabouts(town: string, shown: string): string {
  if (!town) return `in or near ${shown} (the map shows ${shown} only)`;
  return searchLine(town) === searchLine(shown)
    ? `${town} (the map shows the town only)`
    : `${town} (the map shows ${shown} only)`;
}

function shownTown(value: string): [string, Point] | undefined {
  const [latitude = "", longitude = "", ...city] = value.split(",");
  const middle = parsePoint(`${latitude},${longitude}`);
  return middle && [city.join(","), middle];
}

function withoutNothing(given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
