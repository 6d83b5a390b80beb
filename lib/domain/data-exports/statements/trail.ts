import { OPERATIONS } from "@/lib/domain/audit/status";
import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";
import { within, type Batch, type Scope } from "./scope";

const SUBJECTS = Object.values(OPERATIONS).flat();
const AT = Prisma.sql`e."occurredAt"`;

/** A hospital's entries are those its managers see: of its own work. */
const entriesOf = (scope: Scope) =>
  scope.hospitalId
    ? Prisma.sql`e."hospitalId" = ${scope.hospitalId}::uuid AND e."subject" = ANY (${SUBJECTS}::text[]) ${within(AT, scope)}`
    : Prisma.sql`true ${within(AT, scope)}`;

const beyondPosition = (after: Batch["after"]) =>
  after ? Prisma.sql`AND e."position" > ${after[0]}::bigint` : Prisma.empty;

/** Patients and callers stay unnamed, as on the page of operations; holding a time is done by patients alone. */
const IS_UNNAMED = Prisma.sql`coalesce(e."details"->>'as', CASE WHEN e."subject" = 'appointment' THEN 'patient' END, '') IN ('patient', 'caller')`;

/** A hospital's own entries of the audit trail, the oldest first. */
export const operationRows = statement(
  {
    position: "text",
    occurred_at: "timestamptz",
    action: "text",
    subject: "text",
    subject_id: "uuid?",
    acted_as: "text?",
    actor: "text?",
    via: "text",
  },
  (scope: Scope, { after, take }: Batch) => Prisma.sql`
    SELECT e."position"::text AS "position", e."occurredAt" AS "occurred_at", e."action", e."subject", e."subjectId" AS "subject_id",
      e."details"->>'as' AS "acted_as", CASE WHEN ${IS_UNNAMED} THEN NULL ELSE u."name" END AS "actor", e."via"
    FROM "AuditEntry" e LEFT JOIN "User" u ON u."id" = e."actorUserId"
    WHERE ${entriesOf(scope)} ${beyondPosition(after)} ORDER BY e."position" LIMIT ${take}::int`,
);

/** The whole audit trail, the oldest entry first. */
export const auditRows = statement(
  {
    position: "text",
    occurred_at: "timestamptz",
    action: "text",
    subject: "text",
    subject_id: "uuid?",
    actor_id: "uuid?",
    actor: "text?",
    via: "text",
    purpose: "enum?",
    patient_id: "uuid?",
    doctor_id: "uuid?",
    hospital_id: "uuid?",
    request_id: "text?",
    details: "text",
  },
  (scope: Scope, { after, take }: Batch) => Prisma.sql`
    SELECT e."position"::text AS "position", e."occurredAt" AS "occurred_at", e."action", e."subject", e."subjectId" AS "subject_id",
      e."actorUserId" AS "actor_id", u."name" AS "actor", e."via", e."purpose", e."patientId" AS "patient_id",
      e."doctorId" AS "doctor_id", e."hospitalId" AS "hospital_id", e."requestId" AS "request_id", e."details"::text AS "details"
    FROM "AuditEntry" e LEFT JOIN "User" u ON u."id" = e."actorUserId"
    WHERE ${entriesOf(scope)} ${beyondPosition(after)} ORDER BY e."position" LIMIT ${take}::int`,
);

export const entryCount = statement(
  { count: "int4" },
  (scope: Scope) => Prisma.sql`SELECT count(*)::int AS "count" FROM "AuditEntry" e WHERE ${entriesOf(scope)}`,
);
