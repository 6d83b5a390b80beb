import { Prisma } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";
import type { GrantScope, GrantState, LinkPart, LinkState } from "./status";

/** What decides until when an account may share a record; no row for one without the whole right. */
export const rightToShare = statement(
  { relation: "text", isOfAge: "bool" },
  (userId: string | null, patientId: string) => Prisma.sql`
    SELECT n."relation"::text, "is_of_age"(p."id", p."bornOn", n."userId", now()) AS "isOfAge"
    FROM "PatientAccessNow" n JOIN "Patient" p ON p."id" = n."patientId"
    WHERE n."userId" = ${userId}::uuid AND n."patientId" = ${patientId}::uuid AND n."canRead" AND n."canBook"`,
);

/** Whether a grant holds has one answer: the view's. */
const STATE = Prisma.sql`CASE
      WHEN EXISTS (SELECT FROM "RecordReaderNow" r WHERE r."patientId" = g."patientId" AND r."doctorId" = g."doctorId"
        AND r."purpose" = 'SHARED') AND g."endedAt" IS NULL THEN 'ACTIVE'
      WHEN g."endedAt" IS NULL AND d."verification" <> 'VERIFIED' AND coalesce(g."expiresAt" > now(), true) THEN 'PAUSED'
      ELSE 'ENDED' END`;

type Grants = {
  patientIds: string[];
  id?: string;
  /** Those that nobody has ended yet. */
  isOpen?: boolean;
  after: { createdAt: Date; id: string } | null;
  take: number;
};

/** What is or was shared of these patients, newest first. */
export const grantsOf = statement(
  {
    id: "uuid",
    patientId: "uuid",
    doctorId: "uuid",
    doctorName: "text",
    scope: typed<GrantScope>("text"),
    state: typed<GrantState>("text"),
    expiresAt: "timestamptz?",
    untilMajority: "bool",
    grantedById: "uuid",
    createdAt: "timestamptz",
    endedAt: "timestamptz?",
  },
  ({ patientIds, id, isOpen = false, after, take }: Grants) => Prisma.sql`
    SELECT g."id", g."patientId", g."doctorId", d."name" AS "doctorName", g."scope"::text, ${STATE} AS "state", g."expiresAt",
      g."untilMajority", g."grantedById", g."createdAt", g."endedAt"
    FROM "RecordGrant" g JOIN "Doctor" d ON d."id" = g."doctorId"
    WHERE g."patientId" = ANY (${patientIds}::uuid[])
      AND (${id ?? null}::uuid IS NULL OR g."id" = ${id ?? null}::uuid)
      AND (${!isOpen} OR g."endedAt" IS NULL)
      AND (${after === null} OR (g."createdAt", g."id") < (${after?.createdAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY g."createdAt" DESC, g."id" DESC LIMIT ${take}`,
);

/** Open grants of a patient: those that hold or are paused, and those nobody has closed since they ended by themselves. */
export const openGrants = statement(
  { id: "uuid", doctorId: "uuid", state: typed<GrantState>("text") },
  (patientId: string) => Prisma.sql`
    SELECT g."id", g."doctorId", ${STATE} AS "state"
    FROM "RecordGrant" g JOIN "Doctor" d ON d."id" = g."doctorId"
    WHERE g."patientId" = ${patientId}::uuid AND g."endedAt" IS NULL`,
);

type Wanted = { patientId: string; name: string; query: string; limit: number };

/**
 * Verified doctors of that name with whom the record isn't shared. The directory's own index finds the words, and forgives
 * typing errors. Names that start with them come first.
 */
export const doctorsNamed = statement(
  { id: "uuid", name: "text", city: "text?", specialties: "text?" },
  ({ patientId, name, query, limit }: Wanted) => Prisma.sql`
    SELECT d."id", d."name", d."city", (SELECT string_agg(s."name", ', ' ORDER BY s."name") FROM "DoctorSpecialty" x
        JOIN "Specialty" s ON s."id" = x."specialtyId" WHERE x."doctorId" = d."id") AS "specialties"
    FROM "Doctor" d
    WHERE d."verification" = 'VERIFIED' AND d."searchWords" @@ to_tsquery('simple', ${query})
      AND NOT EXISTS (SELECT FROM "RecordReaderNow" r WHERE r."doctorId" = d."id" AND r."patientId" = ${patientId}::uuid AND r."purpose" = 'SHARED')
    ORDER BY (' ' || "search_line"(d."name")) LIKE ('% ' || "search_words"(${name}) || '%') DESC, d."name", d."id" LIMIT ${limit}`,
);

/** Whether a link holds has one answer: the view's. */
const LINK_STATE = Prisma.sql`CASE WHEN EXISTS (SELECT FROM "RecordLinkNow" n WHERE n."linkId" = l."id") THEN 'ACTIVE' ELSE 'ENDED' END`;
const LINK_COLUMNS = {
  id: "uuid",
  patientId: "uuid",
  parts: typed<LinkPart[]>("text[]"),
  visitIds: "uuid[]",
  state: typed<LinkState>("text"),
  expiresAt: "timestamptz",
  maxDevices: "int4",
  createdAt: "timestamptz",
  /** When someone ended it, or its time was over. */
  endedAt: "timestamptz?",
} as const;
const LINK = Prisma.sql`l."id", l."patientId", l."parts"::text[], l."visitIds", ${LINK_STATE} AS "state", l."expiresAt", l."maxDevices"::int AS "maxDevices",
      l."createdAt", coalesce(l."endedAt", CASE WHEN l."expiresAt" <= now() THEN l."expiresAt" END) AS "endedAt"`;

/** The links of these patients, newest first. */
export const linksOf = statement(
  { ...LINK_COLUMNS, hasPasscode: "bool", createdById: "uuid", madeBy: "text" },
  ({ patientIds, id, isOpen = false, after, take }: Grants) => Prisma.sql`
    SELECT ${LINK}, l."passcodeHash" IS NOT NULL AS "hasPasscode", l."createdById", u."name" AS "madeBy"
    FROM "RecordLink" l JOIN "User" u ON u."id" = l."createdById"
    WHERE l."patientId" = ANY (${patientIds}::uuid[])
      AND (${id ?? null}::uuid IS NULL OR l."id" = ${id ?? null}::uuid)
      AND (${!isOpen} OR (l."endedAt" IS NULL AND l."expiresAt" > now()))
      AND (${after === null} OR (l."createdAt", l."id") < (${after?.createdAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY l."createdAt" DESC, l."id" DESC LIMIT ${take}`,
);

/** The link with this secret. */
export const linkBySecret = statement(
  { ...LINK_COLUMNS, passcodeHash: "text?", wasRevoked: "bool", openings: "int4" },
  (tokenHash: string) => Prisma.sql`
    SELECT ${LINK}, l."passcodeHash", l."endedById" IS NOT NULL AS "wasRevoked",
      (SELECT count(*)::int FROM "LinkOpening" o WHERE o."linkId" = l."id") AS "openings"
    FROM "RecordLink" l WHERE l."tokenHash" = ${tokenHash}`,
);

/** The opening of a link by the browser with this secret. */
export const openingBySecret = statement(
  { ...LINK_COLUMNS, openingId: "uuid", patientName: "text", bornOn: "date?", wasRevoked: "bool" },
  (secretHash: string) => Prisma.sql`
    SELECT ${LINK}, o."id" AS "openingId", p."name" AS "patientName", p."bornOn", l."endedById" IS NOT NULL AS "wasRevoked"
    FROM "LinkOpening" o JOIN "RecordLink" l ON l."id" = o."linkId" JOIN "Patient" p ON p."id" = l."patientId"
    WHERE o."secretHash" = ${secretHash}`,
);
