import { z } from "zod";
import { instant, localDate, optionalText, shortText, uuid } from "@/lib/platform/input/text";
import { storedPrescription } from "@/lib/domain/records/schema";

/** Anything someone typed where a code is asked for; what is no code is not valid, not refused. */
export const verifyInput = z.strictObject({ code: optionalText(200) });

export const verifyOutput = z.object({
  valid: z.boolean().meta({
    description:
      "Whether a prescription with this code was issued here and has not been withdrawn. Nothing else is told.",
  }),
});

export const withdrawBody = z.strictObject({ reason: shortText(500) });
export const withdrawInput = withdrawBody.extend({ appointmentId: uuid });
export type WithdrawInput = z.infer<typeof withdrawInput>;

export const pdfQuery = z.strictObject({ paper: z.enum(["a4", "letter"]).default("a4") });

const shown = z.string();

/** The medicines of a signed visit as a pharmacy gets them. */
export const prescriptionOutput = z.object({
  appointmentId: uuid,
  patient: z.object({ id: uuid, name: shown, bornOn: localDate.nullable() }),
  doctor: z.object({ name: shown, registrationNumber: shown.nullable() }),
  place: z.object({
    name: shown.nullable(),
    address: shown.nullable(),
    city: shown.nullable(),
    country: shown.nullable(),
    phone: shown.nullable(),
    timeZone: shown,
  }),
  signedAt: instant,
  medicines: z.array(storedPrescription),
  code: shown.nullable().meta({ description: "In groups of four, as printed. Null once withdrawn." }),
  verifyAt: shown.meta({
    description: "The page on which the code is checked; with the code in the fragment, as in the QR code.",
  }),
  withdrawn: z.object({ at: instant, reason: shown }).nullable(),
});
export type PrescriptionOutput = z.infer<typeof prescriptionOutput>;
