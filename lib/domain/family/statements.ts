import { Prisma } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";
import type { AccessScope, Relation } from "@/lib/domain/patients/schema";

const relation = typed<Relation>("text");
const scope = typed<AccessScope>("text");

const HAS_ACCOUNT = Prisma.sql`EXISTS (SELECT 1 FROM "PatientAccess" s WHERE s."patientId" = p."id" AND s."relation" = 'SELF')`;

/** What one account may do for one patient now; no row when nothing. */
export const heldAccess = statement(
  {
    id: "uuid",
    relation,
    canManage: "bool",
    patientName: "text",
    bornOn: "text?",
    isOfAge: "bool",
    hasAccount: "bool",
  },
  (userId: string | null, patientId: string) => Prisma.sql`
    SELECT n."id", n."relation"::text, n."canManage", p."name" AS "patientName", p."bornOn"::text,
      "is_of_age"(p."id", p."bornOn", n."userId", now()) AS "isOfAge", ${HAS_ACCOUNT} AS "hasAccount"
    FROM "PatientAccessNow" n JOIN "Patient" p ON p."id" = n."patientId"
    WHERE n."userId" = ${userId}::uuid AND n."patientId" = ${patientId}::uuid`,
);

/** The patients an account acts for now, oneself first. */
export const patientsOfAccount = statement(
  {
    id: "uuid",
    accessId: "uuid",
    name: "text",
    bornOn: "text?",
    relation,
    scope,
    expiresAt: "timestamptz?",
    untilMajority: "bool",
    canManage: "bool",
    hasAccount: "bool",
    version: "int4",
  },
  (userId: string | null, page: { after: { own: boolean; id: string } | null; take: number }) => Prisma.sql`
    SELECT p."id", a."id" AS "accessId", p."name", p."bornOn"::text, n."relation"::text, n."scope"::text, a."expiresAt",
      a."untilMajority", n."canManage", ${HAS_ACCOUNT} AS "hasAccount", p."version"
    FROM "PatientAccessNow" n JOIN "PatientAccess" a ON a."id" = n."id" JOIN "Patient" p ON p."id" = n."patientId"
    WHERE n."userId" = ${userId}::uuid
      AND (${page.after === null} OR (n."relation" <> 'SELF', n."id") > (${!page.after?.own}, ${page.after?.id ?? null}::uuid))
    ORDER BY n."relation" <> 'SELF', n."id" LIMIT ${page.take}`,
);

type Holders = {
  patientIds: string[];
  /** Only this account's own rows. */
  onlyUserId: string | null;
  after: string | null;
  take: number;
};

/** The accesses to patients, those that have ended by themselves included, oldest first. */
export const holdersOf = statement(
  {
    id: "uuid",
    userId: "uuid",
    patientId: "uuid",
    name: "text",
    relation,
    scope,
    expiresAt: "timestamptz?",
    untilMajority: "bool",
    isActive: "bool",
    version: "int4",
    createdAt: "timestamptz",
  },
  ({ patientIds, onlyUserId, after, take }: Holders) => Prisma.sql`
    SELECT a."id", a."userId", a."patientId", u."name", a."relation"::text, a."scope"::text, a."expiresAt", a."untilMajority",
      EXISTS (SELECT 1 FROM "PatientAccessNow" n WHERE n."id" = a."id") AS "isActive", a."version", a."createdAt"
    FROM "PatientAccess" a JOIN "User" u ON u."id" = a."userId"
    WHERE a."patientId" = ANY (${patientIds}::uuid[])
      AND (${onlyUserId}::uuid IS NULL OR a."userId" = ${onlyUserId}::uuid)
      AND (${after}::uuid IS NULL OR a."id" > ${after}::uuid)
    ORDER BY a."id" LIMIT ${take}`,
);
