import { z } from "zod";
import { doctorCardOutput, point } from "@/lib/domain/directory/schema";
import { cursor, limit, queryNumber } from "@/lib/platform/input/query";
import {
  httpsUrl,
  ifGiven,
  longText,
  nameText,
  optionalText,
  orNull,
  phoneNumber,
  shortText,
  uuid,
  version,
} from "@/lib/platform/input/text";

const filterFields = {
  q: optionalText(100)
    .optional()
    .meta({ description: "Names, places and descriptions, with tolerance for typing errors." }),
  city: ifGiven(shortText(100)),
  near: point.optional().meta({ description: "`latitude,longitude`. Sorts nearest first." }),
  radiusKm: queryNumber(0.1, 500).optional().meta({ description: "Distance from `near`. Default: 50." }),
};

function radiusNeedsPoint(input: { near?: unknown; radiusKm?: unknown }, ctx: z.RefinementCtx): void {
  if (input.near === undefined && input.radiusKm !== undefined) {
    ctx.addIssue({ code: "custom", path: ["near"], message: "Is needed with a radius" });
  }
}

/** The filters of /hospitals. */
export const hospitalFilter = z.strictObject(filterFields).superRefine(radiusNeedsPoint);
export type HospitalFilter = z.output<typeof hospitalFilter>;

/** The same with paging. */
export const hospitalListQuery = z
  .strictObject({ ...filterFields, limit, cursor: cursor.optional() })
  .superRefine(radiusNeedsPoint);

/** A hospital in a list. */
export const hospitalCardOutput = z.object({
  id: uuid,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  timeZone: z.string(),
  phone: z.string().nullable(),
  departments: z.array(z.string()),
  doctorCount: z.int(),
  distanceKm: z.number().nullable(),
});
export type HospitalCard = z.infer<typeof hospitalCardOutput>;

/** The public data of one hospital. */
export const hospitalProfileOutput = hospitalCardOutput.omit({ distanceKm: true, departments: true }).extend({
  departments: z.array(z.object({ id: z.string(), name: z.string(), doctorCount: z.int() })),
});
export type HospitalProfile = z.infer<typeof hospitalProfileOutput>;

/** A doctor of a hospital, with the next available times there. */
export const hospitalDoctorOutput = doctorCardOutput
  .omit({ distanceKm: true })
  .extend({ department: z.string().nullable() });
export type HospitalDoctor = z.infer<typeof hospitalDoctorOutput>;

export const hospitalDoctorsQuery = z.strictObject({ limit, cursor: cursor.optional() });

const degrees = (limit: number) => {
  const message = `Must be a number of degrees from -${limit} to ${limit}`;
  return z
    .string()
    .trim()
    .regex(/^[-+]?\d{1,3}([.,]\d{1,17})?$/, message)
    .transform((text) => Number(text.replace(",", ".")))
    .pipe(z.number().min(-limit, message).max(limit, message));
};

/** What a manager enters about the hospital, all fields at once as its form sends them. */
export const hospitalForm = z
  .strictObject({
    id: uuid,
    version: z.coerce.number<string>().pipe(version),
    name: nameText(160),
    description: orNull(longText(4000)),
    address: orNull(shortText(200)),
    city: orNull(shortText(100)),
    country: orNull(z.string().regex(/^[A-Z]{2}$/, "Choose a country")),
    phone: orNull(phoneNumber),
    /** Missing in a form that does not ask for it: then it stays. */
    videoUrl: orNull(httpsUrl).optional(),
    latitude: orNull(degrees(90)),
    longitude: orNull(degrees(180)),
    /** Missing in a form that does not ask for it: then it stays. */
    verifiesCallers: z
      .enum(["yes", "no"])
      .transform((said) => said === "yes")
      .optional(),
  })
  .refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), {
    path: ["latitude"],
    message: "Give latitude and longitude, or neither",
  });
export type HospitalForm = z.output<typeof hospitalForm>;
