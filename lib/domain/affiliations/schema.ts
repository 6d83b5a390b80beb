import { z } from "zod";
import { notifiedCount } from "@/lib/domain/contacts/schema";
import { cursor, limit } from "@/lib/platform/input/query";
import {
  emailAddress,
  ifGiven,
  longText,
  orNull,
  shortText,
  idAndVersion,
  uuid,
  version,
} from "@/lib/platform/input/text";
import { canSearch } from "@/lib/platform/text/fold";
import { AFFILIATION_STATUSES, INVITATION_DIRECTIONS, INVITATION_STATUSES } from "./status";

const message = ifGiven(longText(1000)).meta({ description: "What the other side sees with it." });
const reason = ifGiven(longText(500)).meta({ description: "The reason the other side sees." });

/** A link's token, as in its address. */
const linkToken = z.string().min(1, "Required").max(200, "Isn't the token of a link");

/** The invited doctor: a listed doctor, or the owner of an address. */
export const inviteInput = z
  .strictObject({ doctorId: ifGiven(uuid), email: ifGiven(emailAddress), message, departmentId: ifGiven(uuid) })
  .refine(({ doctorId, email }) => (doctorId === undefined) !== (email === undefined), {
    path: ["doctorId"],
    message: "Give either a doctor or an email address",
  });
export type InviteInput = z.output<typeof inviteInput>;

/** Where a doctor asks to join. */
export const joinInput = z.strictObject({ hospitalId: uuid, message });
export type JoinInput = z.output<typeof joinInput>;

const RESPONSES = ["accept", "decline"] as const;
const response = z.enum(RESPONSES, "Must be accept or decline");

/** The answer to an invitation (by the doctor) or to a request (by a manager, who may name a department). */
export const respondInput = z.strictObject({ response, reason, departmentId: ifGiven(uuid) });
export type RespondInput = z.output<typeof respondInput>;

/** The answer of a link's holder. */
export const respondByLinkInput = z.strictObject({ token: linkToken, response, reason });
export type RespondByLinkInput = z.output<typeof respondByLinkInput>;

export const affiliationStatusInput = z.strictObject({ status: z.enum(AFFILIATION_STATUSES), reason });
export type AffiliationStatusInput = z.output<typeof affiliationStatusInput>;

export const departmentInput = z.strictObject({ departmentId: orNull(uuid) });
export type DepartmentInput = z.output<typeof departmentInput>;

const page = { limit, cursor: cursor.optional() };

export const invitationListQuery = z.strictObject({
  ...page,
  hospitalId: uuid.optional(),
  doctorId: uuid.optional(),
  direction: z.enum(INVITATION_DIRECTIONS).optional(),
  status: z.enum(INVITATION_STATUSES).optional(),
});
export type InvitationFilter = Omit<z.output<typeof invitationListQuery>, "limit" | "cursor">;

export const affiliationListQuery = z.strictObject({
  ...page,
  hospitalId: uuid.optional(),
  doctorId: uuid.optional(),
  status: z.enum(AFFILIATION_STATUSES).optional(),
});
export type AffiliationFilter = Omit<z.output<typeof affiliationListQuery>, "limit" | "cursor">;

export const invitationOutput = z.object({
  id: uuid,
  direction: z
    .enum(INVITATION_DIRECTIONS)
    .meta({ description: "INVITATION: the hospital invites. REQUEST: the doctor asks to join." }),
  hospitalId: uuid,
  hospitalName: z.string(),
  doctorId: uuid.nullable().meta({ description: "Null until an invitation to an email address is accepted." }),
  doctorName: z.string().nullable(),
  email: z.string().nullable(),
  departmentId: uuid.nullable(),
  departmentName: z.string().nullable(),
  status: z.enum(INVITATION_STATUSES),
  message: z.string().nullable(),
  statusReason: z.string().nullable().meta({ description: "Why it was declined." }),
  affiliationId: uuid.nullable(),
  expiresAt: z.string(),
  respondedAt: z.string().nullable(),
  version,
  createdAt: z.string(),
});
export type InvitationItem = z.infer<typeof invitationOutput>;

export const affiliationOutput = z.object({
  id: uuid,
  doctorId: uuid,
  doctorName: z.string(),
  hospitalId: uuid,
  hospitalName: z.string(),
  departmentId: uuid.nullable(),
  departmentName: z.string().nullable(),
  status: z.enum(AFFILIATION_STATUSES),
  statusReason: z.string().nullable().meta({ description: "Why it was suspended or ended." }),
  version,
  createdAt: z.string(),
  endedAt: z.string().nullable(),
});
export type AffiliationItem = z.infer<typeof affiliationOutput>;

/** A changed affiliation, and how many patients are notified that their appointment needs another time. */
export const changedAffiliationOutput = affiliationOutput.extend({ notified: notifiedCount });

/** What suspending or ending would affect. */
export const affiliationPreviewOutput = z.object({
  comingVisits: z
    .int()
    .min(0)
    .meta({ description: "Upcoming appointments there. Suspending keeps them; ending means they need a new time." }),
});
export type AffiliationPreview = z.infer<typeof affiliationPreviewOutput>;

// Form inputs: the same with IDs.
export const inviteForm = z.strictObject({ hospitalId: uuid, invite: inviteInput });
export const respondForm = respondInput.extend(idAndVersion);
export const withdrawForm = z.strictObject(idAndVersion);
export const affiliationStatusForm = affiliationStatusInput.extend(idAndVersion);
export const departmentForm = departmentInput.extend(idAndVersion);
export const previewForm = z.strictObject({ id: uuid });

const typedName = shortText(100).refine(canSearch, "Type at least two letters");
export const findDoctorsForm = z.strictObject({ hospitalId: uuid, name: typedName });
export const findHospitalsForm = z.strictObject({ name: typedName });

/** A doctor a hospital may invite. */
export type InvitableDoctor = {
  id: string;
  name: string;
  specialties: { name: string; slug: string }[];
  city: string | null;
};
/** A hospital that a doctor may ask to join. */
export type JoinableHospital = { id: string; name: string; city: string | null };
