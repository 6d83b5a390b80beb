import { z } from "zod";
import { language } from "@/lib/domain/doctors/schema";
import { newPatientInput } from "@/lib/domain/patients/schema";
import { cursor, limit } from "@/lib/platform/input/query";
import { emailAddress, ifGiven, instant, nameText, orNull, uuid, version } from "@/lib/platform/input/text";

/** What the hospital's own records say of a patient, for its desk. */
const details = {
  recordNumber: ifGiven(nameText(40)).meta({ description: "The hospital's own number for the patient." }),
  email: ifGiven(emailAddress).meta({ description: "For the hospital itself: nothing is sent to it." }),
  language: ifGiven(language).meta({ description: "A code such as `en`." }),
};

/** A correction of those; what is left out stays. */
export const changeRegistrationInput = z.strictObject({
  recordNumber: orNull(nameText(40)).optional(),
  email: orNull(emailAddress).optional(),
  language: orNull(language).optional(),
});
export type ChangeRegistrationInput = z.output<typeof changeRegistrationInput>;
export const changeRegistrationForm = changeRegistrationInput.extend({ id: uuid, version });

export const registrationsQuery = z.strictObject({
  recordNumber: nameText(40).optional(),
  limit,
  cursor: cursor.optional(),
});

/** Someone new, to be compared with the hospital's patients. */
export const findLikelyInput = z.strictObject({ hospitalId: uuid, patient: newPatientInput });

/** A new patient, as the desk registers one, or a file's row does. */
export const newRegistration = z.strictObject({
  patient: newPatientInput,
  ...details,
  isNew: z.boolean().default(false).meta({
    description: "Someone else than the patients of the hospital who resemble them; else those are a conflict.",
  }),
});

export const registerBody = newRegistration
  .extend({ patient: newPatientInput.optional(), patientId: ifGiven(uuid) })
  .superRefine(({ patient, patientId }, ctx) => {
    if ((patient === undefined) === (patientId === undefined))
      ctx.addIssue({
        code: "custom",
        path: ["patientId"],
        message: patient ? "Give a patient or a new one, not both" : "Enter who this is",
      });
  });
export const registerInput = registerBody.safeExtend({ hospitalId: uuid });
export type RegisterInput = z.output<typeof registerInput>;

export const registrationOutput = z.strictObject({
  id: uuid,
  hospitalId: uuid,
  patient: z.strictObject({
    id: uuid,
    name: z.string(),
    bornOn: z.string().nullable(),
    phone: z.string().nullable(),
  }),
  recordNumber: z.string().nullable(),
  email: z.string().nullable(),
  language: z.string().nullable(),
  version,
  createdAt: instant,
});
export type RegistrationOutput = z.infer<typeof registrationOutput>;

/** A registration in the download of everything of a patient. */
export const exportedRegistration = registrationOutput
  .omit({ patient: true, version: true })
  .extend({ hospitalName: z.string() });
export type ExportedRegistration = z.infer<typeof exportedRegistration>;
