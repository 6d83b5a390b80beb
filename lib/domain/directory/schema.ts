import { z } from "zod";
import { cursor, limit, queryNumber } from "@/lib/platform/input/query";
import { ifGiven, localDate, optionalText, shortText, uuid } from "@/lib/platform/input/text";
import { currencyCode, moneyOutput } from "@/lib/platform/money/money";

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Must be a slug such as general-practice")
  .max(120);
const language = z.string().regex(/^[a-z]{2,3}$/, "Must be a language code such as en");
export const visitMode = z.enum(["IN_PERSON", "VIDEO"], "Must be IN_PERSON or VIDEO");
const doctorSort = z.enum(["relevance", "soonest", "distance", "fee"], "Must be relevance, soonest, distance or fee");

const POINT = /^(-?\d{1,2}(?:\.\d{1,10})?),(-?\d{1,3}(?:\.\d{1,10})?)$/;

/** `lat,lng` in degrees, as one query parameter. */
export const point = z
  .string()
  .regex(POINT, "Must be latitude,longitude such as 52.52,13.37")
  .transform((text) => {
    const [latitude = 0, longitude = 0] = text.split(",").map(Number);
    return { latitude, longitude };
  })
  .refine(
    (at) => Math.abs(at.latitude) <= 90 && Math.abs(at.longitude) <= 180,
    "Must be a latitude from -90 to 90 and a longitude from -180 to 180",
  )
  .meta({ override: { type: "string", pattern: POINT.source } });
export type Point = z.output<typeof point>;

const filterFields = {
  q: optionalText(100).optional().meta({
    description:
      "Names, specialties, services and places, with tolerance for typing errors. Everyday words (`heart`, `GP`, `knee pain`) match specialties, most likely first.",
  }),
  specialty: slug
    .optional()
    .meta({ description: "Slug from `/api/specialties`, or an everyday word for one (`heart`, `family-doctor`)." }),
  city: ifGiven(shortText(100)),
  near: point.optional().meta({ description: "`latitude,longitude`" }),
  radiusKm: queryNumber(0.1, 500).optional().meta({ description: "Distance from `near`. Default: 25." }),
  language: language.optional().meta({ description: "ISO 639 code." }),
  mode: visitMode.optional(),
  hospitalId: uuid.optional(),
  availableFrom: localDate
    .optional()
    .meta({ description: "Doctors with an available time on or after this local date." }),
  availableTo: localDate
    .optional()
    .meta({ description: "Doctors with an available time on or before this local date, in the doctor's time zone." }),
  maxFee: queryNumber(0, 999_999_999).optional().meta({
    description:
      "Maximum fee, in the currency's main unit (euros, not cents). Doctors who charge in another currency or state no fee are left out.",
  }),
  currency: currencyCode.optional().meta({
    description:
      "ISO 4217. Doctors who charge in it, and the currency of `maxFee`. Default for `maxFee`: the currency most doctors in `city`, `hospitalId` or `near` charge in. If that isn't clear, the answer is 422.",
  }),
  sort: doctorSort.default("relevance").meta({
    description:
      "`relevance`: best match, then soonest; `soonest`: next available time first; `fee`: by currency, then lowest first; `distance`: nearest first, needs `near`.",
  }),
};

type Joint = {
  near?: unknown;
  radiusKm?: unknown;
  sort?: string;
  availableFrom?: string | undefined;
  availableTo?: string | undefined;
};

function checkTogether(input: Joint, ctx: z.RefinementCtx): void {
  const fault = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
  if (input.near === undefined && input.sort === "distance") fault("near", "Is needed to sort by distance");
  if (input.near === undefined && input.radiusKm !== undefined) fault("near", "Is needed with a radius");
  const { availableFrom, availableTo } = input;
  if (availableFrom && availableTo && availableFrom > availableTo)
    fault("availableTo", "Must not be before availableFrom");
}

/** The directory's filters as in a URL. */
export const doctorFilter = z.strictObject(filterFields).superRefine(checkTogether);
export type DoctorFilter = z.output<typeof doctorFilter>;

/** The same with paging: the query of `GET /api/doctors`. */
export const doctorListQuery = z
  .strictObject({ ...filterFields, limit, cursor: cursor.optional() })
  .superRefine(checkTogether);

export const namedOutput = z.object({ slug: z.string(), name: z.string() });

/** An available time that can be booked. */
const freeSlotOutput = z.object({
  start: z.string(),
  end: z.string(),
  scheduleId: z.string(),
  hospitalId: z.string().nullable(),
  mode: visitMode,
});
export type FreeSlot = z.infer<typeof freeSlotOutput>;

const placeOutput = z.object({
  hospital: z
    .object({ id: z.string(), slug: z.string(), name: z.string() })
    .nullable()
    .meta({ description: "Null for the doctor's own practice." }),
  name: z.string(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  phone: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  timeZone: z.string(),
});
export type Place = z.infer<typeof placeOutput>;

/** A doctor in a list. */
export const doctorCardOutput = z.object({
  id: uuid,
  slug: z.string(),
  name: z.string(),
  specialties: z.array(namedOutput),
  languages: z.array(z.string()),
  timeZone: z.string(),
  fee: moneyOutput.nullable(),
  modes: z.array(visitMode),
  places: z.array(placeOutput),
  distanceKm: z.number().nullable().meta({ description: "From `near`, if given." }),
  nextAvailableAt: z.string().nullable(),
  nextSlots: z
    .array(freeSlotOutput)
    .meta({ description: "The next three available times, or the first three on the requested days." }),
});
export type DoctorCard = z.infer<typeof doctorCardOutput>;
