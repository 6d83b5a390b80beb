import { z } from "zod";
import { doctorCardOutput, visitMode } from "@/lib/domain/directory/schema";
import { httpsUrl, longText, nameText, orNull, phoneNumber, shortText, uuid, version } from "@/lib/platform/input/text";
import { checkAmount, currencyCode, minorAmount, moneyOutput } from "@/lib/platform/money/money";

const doctorServiceOutput = z.object({
  id: z.string().meta({ description: "The `serviceId` for booking." }),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  durationMinutes: z.int(),
  fee: moneyOutput.nullable(),
  mode: visitMode,
});
export type DoctorServiceItem = z.infer<typeof doctorServiceOutput>;

/** The public data of one doctor. */
export const doctorProfileOutput = doctorCardOutput.omit({ distanceKm: true }).extend({
  biography: z.string(),
  services: z.array(doctorServiceOutput),
});
export type DoctorProfile = z.infer<typeof doctorProfileOutput>;

export const language = z.string().regex(/^[a-z]{2,3}$/, "Must be a language code such as en");
const feeMinor = minorAmount.nullable();

/**
 * What doctors enter about themselves. A verified `name` or `registrationNumber` needs approval; `specialtyIds` only
 * until verified.
 */
export const ownProfileInput = z
  .strictObject({
    version,
    name: nameText(120).optional(),
    biography: orNull(longText(4000)),
    languages: z.array(language).max(20, "At most 20"),
    feeMinor,
    currency: currencyCode,
    practiceName: orNull(nameText(120)),
    videoUrl: orNull(httpsUrl)
      .optional()
      .meta({ description: "The doctor's own video room, starting with https://. If left out, it stays the same." }),
    phone: orNull(phoneNumber)
      .optional()
      .meta({ description: "Of the doctor's own practice. If left out, it stays the same." }),
    address: orNull(shortText(200)),
    city: orNull(shortText(100)),
    country: orNull(z.string().regex(/^[A-Z]{2}$/, "Must be a country code of two capital letters, such as DE")),
    registrationNumber: orNull(shortText(60)).optional(),
    specialtyIds: z.array(uuid).min(1, "Choose at least one").max(10, "At most 10").optional(),
  })
  .superRefine(({ feeMinor, currency }, ctx) => checkAmount(feeMinor, currency, ["feeMinor"], ctx));
export type OwnProfileInput = z.infer<typeof ownProfileInput>;

/** Everything a doctor offers; missing services are no longer offered. */
export const ownServicesInput = z.strictObject({
  services: z
    .array(
      z.strictObject({
        serviceId: uuid,
        durationMinutes: z.int("Enter whole minutes").min(5, "At least 5 minutes").max(480, "At most 480 minutes"),
        feeMinor,
        mode: visitMode,
      }),
    )
    .max(200),
});
export type OwnServicesInput = z.infer<typeof ownServicesInput>;

export { GUARDED, type GuardedKind, type OwnChange, type ProfileChanges } from "./schema-changes";
