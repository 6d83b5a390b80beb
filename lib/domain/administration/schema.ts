import { z } from "zod";
import { GUARDED } from "@/lib/domain/doctors/schema-changes";
import { ifGiven, localDate, longText, shortText, uuid, version } from "@/lib/platform/input/text";
import { cursor, limit } from "@/lib/platform/input/query";
import { AUDIT_WAYS } from "./status";

const verification = z.enum(["PENDING", "VERIFIED", "REJECTED", "SUSPENDED"]);
const profileKind = z.enum(["doctor", "hospital"]);
export type ProfileKind = z.infer<typeof profileKind>;

/** Why someone was rejected or suspended; shown to those concerned. */
export const reasonInput = z.strictObject({ reason: longText(1000) });
export const idParams = z.strictObject({ id: uuid });

export const decisionInput = z.strictObject({
  kind: profileKind,
  id: uuid,
  decision: z.enum(["verify", "reject", "suspend"]),
  reason: ifGiven(longText(1000)),
  expectedVersion: version.optional(),
});
export type DecisionInput = z.infer<typeof decisionInput>;

export const profileOutput = z.object({
  kind: profileKind,
  id: uuid,
  slug: z.string(),
  name: z.string(),
  verification,
  verificationReason: z.string().nullable(),
  verifiedAt: z.string().nullable(),
  version,
});
export type Profile = z.infer<typeof profileOutput>;

export const queueQuery = z.strictObject({
  state: verification.default("PENDING"),
  kind: profileKind.optional(),
  limit,
  cursor: cursor.optional(),
});

/** A listed profile with a similar name. */
const lookAlikeOutput = z.object({ slug: z.string(), name: z.string(), city: z.string().nullable() });
export type LookAlike = z.infer<typeof lookAlikeOutput>;
const lookAlikes = z.array(lookAlikeOutput).meta({
  description:
    "Listed doctors or hospitals with almost the same name, even in letters of another alphabet; at most three.",
});

/** A doctor or hospital as the queue shows it. */
export const candidateOutput = z.object({
  kind: profileKind,
  id: uuid,
  slug: z.string(),
  name: z.string(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  contact: z.string().nullable().meta({ description: "Email of the doctor, or of the hospital's first manager." }),
  registrationNumber: z.string().nullable(),
  specialties: z.array(z.string()),
  verification,
  verificationReason: z.string().nullable(),
  lookAlikes,
  createdAt: z.string(),
  version,
});
export type Candidate = z.infer<typeof candidateOutput>;

export const changesQuery = z.strictObject({ kind: profileKind.optional(), limit, cursor: cursor.optional() });

const value = z.union([z.string(), z.number()]).nullable();

/** What a verified doctor or hospital asks to change; public once approved. */
export const changeOutput = z.object({
  id: uuid,
  kind: profileKind,
  profile: z.object({ id: uuid, slug: z.string(), name: z.string(), city: z.string().nullable() }),
  status: z.enum(["PENDING", "APPROVED", "REJECTED", "WITHDRAWN"]),
  fields: z.array(z.object({ field: z.enum([...GUARDED.hospital, ...GUARDED.doctor]), from: value, to: value })),
  reason: z.string().nullable(),
  contact: z.string().nullable().meta({ description: "Email of the person who requested it." }),
  lookAlikes,
  createdAt: z.string(),
  version,
});
export type Change = z.infer<typeof changeOutput>;

export const changeDecisionInput = z.strictObject({
  id: uuid,
  decision: z.enum(["approve", "reject"]),
  reason: ifGiven(longText(1000)),
  expectedVersion: version.optional(),
});
export type ChangeDecisionInput = z.infer<typeof changeDecisionInput>;

export const peopleQuery = z.strictObject({
  id: uuid.optional().meta({ description: "One account only." }),
  q: ifGiven(shortText(120)),
  status: z.enum(["ACTIVE", "SUSPENDED"]).optional(),
  limit,
  cursor: cursor.optional(),
});

export const personOutput = z.object({
  id: uuid,
  name: z.string(),
  email: z.string(),
  status: z.enum(["ACTIVE", "SUSPENDED"]),
  isAdmin: z.boolean(),
  patients: z.int(),
  doctor: z.object({ id: uuid, verification }).nullable(),
  hospital: z.object({ id: uuid, name: z.string(), role: z.enum(["MANAGER", "COORDINATOR"]) }).nullable(),
  lastSignInAt: z.string().nullable(),
  createdAt: z.string(),
  version,
});
export type Person = z.infer<typeof personOutput>;

const code = z.string().regex(/^[a-z][a-z0-9.-]{0,79}$/, "Must be a code such as account.signed-in");

export const auditQuery = z.strictObject({
  action: code.optional().meta({ description: "The whole action, or its start up to a dot: `account`." }),
  subject: code.optional(),
  subjectId: uuid.optional(),
  actorId: uuid.optional(),
  via: z
    .enum(AUDIT_WAYS)
    .optional()
    .meta({ description: "Through which door: a page, the API, a link, or CareSync by itself." }),
  from: localDate.optional().meta({ description: "The first day, by the clock of your account." }),
  to: localDate.optional().meta({ description: "The last day." }),
  limit,
  cursor: cursor.optional(),
});

export type AuditQuery = z.output<typeof auditQuery>;

/** Codes and IDs only: the trail contains nothing clinical. */
export const auditOutput = z.object({
  position: z.string(),
  action: z.string(),
  subject: z.string(),
  subjectId: uuid.nullable(),
  actor: z.object({ id: uuid, name: z.string() }).nullable(),
  via: z.string(),
  requestId: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  occurredAt: z.string(),
});
export type AuditLine = z.infer<typeof auditOutput>;
