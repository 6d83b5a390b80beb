import { z } from "zod";
import { accessScope, birthDate, relation } from "@/lib/domain/patients/schema";
import { cursor, limit } from "@/lib/platform/input/query";
import {
  emailAddress,
  idAndVersion,
  instant,
  localDate,
  nameText,
  orNull,
  uuid,
  version,
} from "@/lib/platform/input/text";

/** A child, whose parent keeps their record. */
export const addChildInput = z.strictObject({ name: nameText(100), bornOn: birthDate });

/** A correction; missing values stay as they are. */
export const changeChildBody = addChildInput.partial();
export const changeChildInput = changeChildBody.extend(idAndVersion);
export const changedChildOutput = z.object({ id: uuid, version });

/** The last day of an access, in the calendar of the account that gives it; null: until it is taken back. */
const endsOn = orNull(localDate);

/** What a person may be invited to: to act for someone, or, as `SELF`, to take over their own record. */
export const inviteBody = z.strictObject({
  email: emailAddress,
  relation: relation.meta({
    description: "What the patient is to the person invited. SELF hands the record over to the patient's own account.",
  }),
  scope: accessScope.default("ALL"),
  endsOn: endsOn.optional(),
});
export const inviteInput = inviteBody.extend({ patientId: uuid });

export const changeAccessBody = z.strictObject({ scope: accessScope.optional(), endsOn: endsOn.optional() });
export const changeAccessInput = changeAccessBody.extend({ ...idAndVersion, patientId: uuid });

/** An access to a patient, or an invitation. */
export const ofPatientInput = z.strictObject({ patientId: uuid, id: uuid });
export type OfPatient = z.output<typeof ofPatientInput>;

export const familyListQuery = z.strictObject({ limit, cursor: cursor.optional() });

/** The content of the mail's link. */
export const familyLinkInput = z.strictObject({ token: z.string().min(1).max(200) });

const shownEndsOn = z.string().nullable().meta({ format: "date", description: "The last day, in your calendar." });

/** Someone the account acts for. */
export const ownPatientOutput = z.object({
  id: uuid,
  accessId: uuid,
  name: z.string(),
  bornOn: z.string().nullable(),
  relation,
  scope: accessScope,
  expiresAt: instant.nullable(),
  endsOn: shownEndsOn,
  untilMajority: z.boolean().meta({ description: "Ends on the patient's 18th birthday." }),
  canManage: z.boolean().meta({ description: "May invite others, and change and end their access." }),
  hasAccount: z.boolean().meta({ description: "The patient has an account of their own." }),
  version: version.meta({ description: "Of the patient, for `PATCH`." }),
});
export type OwnPatient = z.infer<typeof ownPatientOutput>;

/** Someone who acts for a patient, or did. */
export const accessOutput = z.object({
  id: uuid,
  patientId: uuid,
  name: z.string(),
  isYou: z.boolean(),
  relation,
  scope: accessScope,
  expiresAt: instant.nullable(),
  endsOn: shownEndsOn,
  untilMajority: z.boolean(),
  isActive: z.boolean().meta({ description: "False once it has ended by itself; it can be renewed." }),
  version,
  createdAt: instant,
});
export type FamilyAccess = z.infer<typeof accessOutput>;

export const familyInvitationOutput = z.object({
  id: uuid,
  patientId: uuid,
  email: z.string(),
  relation,
  scope: accessScope,
  accessExpiresAt: instant.nullable(),
  status: z.enum(["PENDING", "ACCEPTED", "DECLINED", "WITHDRAWN", "EXPIRED"]),
  createdAt: instant,
  expiresAt: instant,
});
export type FamilyInvitationOutput = z.infer<typeof familyInvitationOutput>;
