import { z } from "zod";
import { accessScope, relation } from "@/lib/domain/patients/schema";
import {
  emailAddress,
  ifGiven,
  longText,
  nameText,
  orNull,
  phoneNumber,
  shortText,
  timeZone,
  uuid,
  version,
} from "@/lib/platform/input/text";
import { PASSWORD_MAX } from "./rules";

export { PASSWORD_HINT, PASSWORD_MIN } from "./rules";

/** A password as typed, never trimmed. Its strength is checked together with its owner's name and address. */
const typedPassword = z
  .string({ error: (issue) => (issue.input === undefined ? "Required" : "Must be text") })
  .min(1, "Required")
  .max(1000, `At most ${PASSWORD_MAX} characters`);

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Must be the slug of a specialty")
  .max(80);
const countryCode = z.string().regex(/^[A-Z]{2}$/, "Must be a country code of two capital letters, such as DE");
const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);
const language = z.string().regex(/^[a-z]{2,3}$/, "Must be a language code such as en");

const place = { address: ifGiven(shortText(200)), city: ifGiven(shortText(100)), country: ifGiven(countryCode) };

function bothOrNeither(at: { latitude?: number | undefined; longitude?: number | undefined }) {
  return (at.latitude === undefined) === (at.longitude === undefined);
}
const bothMessage = { message: "Give latitude and longitude, or neither", path: ["latitude"] };

/** What a doctor may enter when signing up; the rest is completed in the portal. */
export const doctorSignUp = z
  .strictObject({
    registrationNumber: ifGiven(shortText(60)),
    specialties: z.array(slug).max(10, "At most 10").default([]),
    languages: z.array(language).max(20, "At most 20").default([]),
    biography: ifGiven(longText(4000)),
    practiceName: ifGiven(nameText(120)),
    phone: ifGiven(phoneNumber).meta({ description: "Of the doctor's own practice." }),
    ...place,
    timeZone: ifGiven(timeZone),
    latitude: latitude.optional(),
    longitude: longitude.optional(),
  })
  .refine(bothOrNeither, bothMessage);

/** The hospital that someone signs up for, as its first manager. */
export const hospitalSignUp = z
  .strictObject({
    name: nameText(160),
    timeZone,
    description: ifGiven(longText(4000)),
    phone: ifGiven(phoneNumber),
    ...place,
    latitude: latitude.optional(),
    longitude: longitude.optional(),
  })
  .refine(bothOrNeither, bothMessage);

const person = {
  name: nameText(120),
  email: emailAddress,
  password: typedPassword,
  phone: ifGiven(phoneNumber),
  timeZone: ifGiven(timeZone),
};

/** Sign-up: the first four fields suffice for each kind. */
export const signUpInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("patient"), ...person }),
  z.strictObject({ kind: z.literal("doctor"), ...person, doctor: doctorSignUp.optional() }),
  z.strictObject({ kind: z.literal("hospital"), ...person, hospital: hospitalSignUp.optional() }),
]);
export type SignUpInput = z.infer<typeof signUpInput>;
export type SignUpKind = SignUpInput["kind"];

/**
 * Email and password. A second factor is refused as long as no account has one, so that no one believes it was checked.
 */
export const signInInput = z.strictObject({ email: emailAddress, password: typedPassword });

/** The sign-in form, which also sends where to go afterwards. */
export const signInFormInput = z.strictObject({
  email: emailAddress,
  password: typedPassword,
  from: z.string().max(2000).optional(),
});

export const refreshInput = z.strictObject({
  refreshToken: z.string().min(1, "Required").max(200, "Is not a refresh token"),
});

export const tokensOutput = z.object({
  accessToken: z.string(),
  tokenType: z.literal("Bearer"),
  expiresIn: z.int().meta({ description: "Seconds" }),
  refreshToken: z.string(),
});
export type Tokens = z.infer<typeof tokensOutput>;

const verification = z.enum(["PENDING", "VERIFIED", "REJECTED", "SUSPENDED"]);

const held = {
  id: uuid,
  slug: z.string(),
  name: z.string(),
  verification,
  verificationReason: z.string().nullable().meta({ description: "Why it was rejected or suspended." }),
};

/** The signed-in account with its roles. */
export const accountOutput = z.object({
  id: uuid,
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  timeZone: z.string(),
  isAdmin: z.boolean(),
  emailChangeUntil: z
    .string()
    .nullable()
    .meta({ description: "Administrators were asked to use another address: until when that is pending." }),
  version,
  createdAt: z.string(),
  patients: z.array(z.object({ id: uuid, name: z.string(), relation, scope: accessScope })),
  doctor: z.object(held).nullable(),
  hospital: z.object({ ...held, role: z.enum(["MANAGER", "COORDINATOR"]) }).nullable(),
});
export type Account = z.infer<typeof accountOutput>;

/** What users may change about themselves; missing fields keep their value, `phone: null` removes it. */
export const profileInput = z.strictObject({
  name: nameText(120).optional(),
  phone: orNull(phoneNumber).optional(),
  timeZone: timeZone.optional(),
});
export type ProfileInput = z.infer<typeof profileInput>;

/** The profile form: all fields at once, where an empty number removes it, with the version it was rendered from. */
export const profileFormInput = z.strictObject({
  name: nameText(120),
  phone: orNull(phoneNumber),
  timeZone,
  version: z.coerce.number<string>().pipe(version),
});

export const changePasswordInput = z.strictObject({ currentPassword: typedPassword, newPassword: typedPassword });
export const requestResetInput = z.strictObject({ email: emailAddress });
export const resetPasswordInput = z.strictObject({ token: z.string().min(1).max(200), newPassword: typedPassword });
