import { Prisma } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";
import type { AuditPurpose } from "@/lib/actor/record";
import { REPEATED, SAME_LOOK_MINUTES } from "./status";

export const sealNext = statement(
  { count: "int4" },
  (lock: number, most: number) => Prisma.sql`SELECT "seal_audit"(${lock}::bigint, ${most}::int) AS "count"`,
);

/** The next seals after a number; together they cover few entries more than `entries`. */
export const sealsAfter = statement(
  {
    number: "int8",
    cluster: "int8",
    fromTxid: "int8",
    toTxid: "int8",
    toPosition: "int8",
    nextTxid: "int8",
    /** Separated by commas. */
    positions: "text",
    digests: "bytea",
    previousHash: "bytea",
    hash: "bytea",
    sealedAt: "timestamptz",
  },
  (number: bigint, entries: number) => Prisma.sql`
    SELECT "number", "cluster", "fromTxid", "toTxid", "toPosition", "nextTxid", array_to_string("positions", ',') AS "positions",
           "digests", "previousHash", "hash", "sealedAt"
    FROM (SELECT s.*, sum(s."count") OVER (ORDER BY s."number") - s."count" AS "before"
          FROM (SELECT * FROM "AuditSeal" WHERE "number" > ${number}::bigint ORDER BY "number" LIMIT ${entries}::int) s) t
    WHERE "before" < ${entries}::int ORDER BY "number"`,
);

/**
 * What an entry says now, worked out here and not by a function of the database, which could have been replaced; as
 * audit_digest() did when it was sealed.
 */
const DIGEST = Prisma.sql`sha256(convert_to(jsonb_build_array(e."action", e."subject", e."subjectId", e."actorUserId", e."via", e."requestId",
        e."patientId", e."doctorId", e."hospitalId", e."purpose", e."details", (extract(epoch FROM e."occurredAt") * 1000)::bigint,
        e."cluster", e."txid")::text, 'UTF8'))`;

export const entriesAt = statement(
  { position: "int8", txid: "int8", occurredAt: "timestamptz", digest: "bytea" },
  (positions: string) => Prisma.sql`
    SELECT e."position", e."txid", e."occurredAt", ${DIGEST} AS "digest"
    FROM "AuditEntry" e WHERE e."position" = ANY (string_to_array(${positions}, ',')::bigint[])`,
);

/** The same of entries that are in the archive, each a line of JSON. */
export const archivedEntries = statement(
  { position: "int8", cluster: "int8", txid: "int8", occurredAt: "timestamptz", digest: "bytea" },
  (lines: string[]) => Prisma.sql`
    SELECT e."position", e."cluster", e."txid", e."occurredAt", ${DIGEST} AS "digest"
    FROM unnest(${lines}::text[]) AS l("line"), jsonb_populate_record(NULL::"AuditEntry", l."line"::jsonb) AS e`,
);

/** Where the seals of each server end. */
const ENDS = Prisma.sql`(SELECT DISTINCT ON ("cluster") "cluster", "toTxid", "toPosition" FROM "AuditSeal" ORDER BY "cluster", "number" DESC)`;

/** Entries that no seal covers, though they lie before the end of the seals: they were not there when those were made. */
export const entriesBehind = statement(
  { position: "int8" },
  (most: number) => Prisma.sql`
    WITH "sealed" AS MATERIALIZED (SELECT unnest("positions") AS "position" FROM "AuditSeal")
    SELECT e."position" FROM "AuditEntry" e JOIN ${ENDS} c USING ("cluster")
    WHERE (e."txid", e."position") <= (c."toTxid", c."toPosition")
      AND NOT EXISTS (SELECT 1 FROM "sealed" s WHERE s."position" = e."position")
    ORDER BY e."position" LIMIT ${most}::int`,
);

/** The same within one stretch of seals, by the index: those between the end of each server before it and its end in it. */
export const entriesBehindStretch = statement(
  { position: "int8" },
  (after: bigint, last: bigint, most: number) => Prisma.sql`
    WITH "stretch" AS MATERIALIZED (
      SELECT "number", "cluster", "toTxid", "toPosition", "positions" FROM "AuditSeal"
      WHERE "number" > ${after}::bigint AND "number" <= ${last}::bigint),
    "sealed" AS MATERIALIZED (SELECT unnest("positions") AS "position" FROM "stretch"),
    "ends" AS MATERIALIZED (
      SELECT DISTINCT ON ("cluster") "cluster", "toTxid", "toPosition" FROM "stretch" ORDER BY "cluster", "number" DESC)
    SELECT e."position" FROM "ends" c
    LEFT JOIN LATERAL (SELECT s."toTxid", s."toPosition" FROM "AuditSeal" s
      WHERE s."cluster" = c."cluster" AND s."number" <= ${after}::bigint ORDER BY s."number" DESC LIMIT 1) b ON true
    JOIN "AuditEntry" e ON e."cluster" = c."cluster" AND (e."txid", e."position") <= (c."toTxid", c."toPosition")
      AND (e."txid", e."position") > (coalesce(b."toTxid", -1), coalesce(b."toPosition", 0))
    WHERE NOT EXISTS (SELECT 1 FROM "sealed" s WHERE s."position" = e."position")
    ORDER BY e."position" LIMIT ${most}::int`,
);

/** Where the seals of these servers ended with a number. */
export const endsBefore = statement(
  { cluster: "int8", toTxid: "int8", toPosition: "int8" },
  (clusters: string, number: bigint) => Prisma.sql`
    SELECT c."cluster", s."toTxid", s."toPosition" FROM unnest(string_to_array(${clusters}, ',')::bigint[]) AS c("cluster")
    CROSS JOIN LATERAL (SELECT s."toTxid", s."toPosition" FROM "AuditSeal" s
      WHERE s."cluster" = c."cluster" AND s."number" <= ${number}::bigint ORDER BY s."number" DESC LIMIT 1) s`,
);

/** What the next seals follow, in their order: the seals up to a number, without what they cover. */
export const sealsUpTo = statement(
  { number: "int8", cluster: "int8", nextTxid: "int8", hash: "bytea", sealedAt: "timestamptz" },
  (number: bigint, most: number) => Prisma.sql`
    SELECT * FROM (SELECT "number", "cluster", "nextTxid", "hash", "sealedAt" FROM "AuditSeal" WHERE "number" <= ${number}::bigint
      ORDER BY "number" DESC LIMIT ${most}::int) s ORDER BY "number"`,
);

/** The number of the last seal, and that of the one after which so many entries were sealed; 0 for the beginning. */
export const latestStretch = statement(
  { after: "int8", last: "int8" },
  (entries: number) => Prisma.sql`
    SELECT coalesce(min("number") - 1, 0)::bigint AS "after", coalesce(max("number"), 0)::bigint AS "last"
    FROM (SELECT s."number", sum(s."count") OVER (ORDER BY s."number" DESC) - s."count" AS "later"
          FROM (SELECT "number", "count" FROM "AuditSeal" ORDER BY "number" DESC LIMIT ${entries}::int) s) t
    WHERE "later" < ${entries}::int`,
);

/** Entries that wait for a seal, counted over the whole trail. */
export const unsealedEntries = statement(
  { count: "int4", oldestSeconds: "float8" },
  () => Prisma.sql`
    SELECT count(*)::int AS "count", coalesce(extract(epoch FROM clock_timestamp() - min(e."occurredAt")), 0)::float AS "oldestSeconds"
    FROM "AuditEntry" e LEFT JOIN ${ENDS} c USING ("cluster")
    WHERE c."cluster" IS NULL OR (e."txid", e."position") > (c."toTxid", c."toPosition")`,
);

/** The last seal, and what waits for one on this server: by the index, however long the trail is. */
export const sealState = statement(
  { number: "int8?", hash: "text?", sealedAt: "timestamptz?", waiting: "int4", oldestSeconds: "float8" },
  () => Prisma.sql`
    WITH "here" AS MATERIALIZED (SELECT "audit_cluster"() AS "cluster"),
    "end" AS MATERIALIZED (
      SELECT s."toTxid", s."toPosition" FROM "AuditSeal" s WHERE s."cluster" = (SELECT "cluster" FROM "here")
      ORDER BY s."number" DESC LIMIT 1)
    SELECT l."number", encode(l."hash", 'hex') AS "hash", l."sealedAt", w."waiting", w."oldestSeconds"
    FROM (SELECT count(*)::int AS "waiting",
                 coalesce(extract(epoch FROM clock_timestamp() - min(e."occurredAt")), 0)::float AS "oldestSeconds"
          FROM "AuditEntry" e
          WHERE e."cluster" = (SELECT "cluster" FROM "here")
            AND (e."txid", e."position") > (coalesce((SELECT "toTxid" FROM "end"), -1), coalesce((SELECT "toPosition" FROM "end"), 0))) w
    LEFT JOIN LATERAL (SELECT * FROM "AuditSeal" ORDER BY "number" DESC LIMIT 1) l ON true`,
);

/**
 * Whose entries on clinical data: of these patients, with the records that are merged into theirs; or of a doctor's notes, by
 * anyone but the doctor.
 */
export type Looked = { patientIds: string[] } | { doctorId: string; userId: string; encounterId?: string | undefined };

const ofLooked = (looked: Looked) =>
  "patientIds" in looked
    ? Prisma.sql`e."patientId" = ANY (${looked.patientIds}::uuid[] || ARRAY (
        SELECT p."id" FROM "Patient" p WHERE p."mergedIntoId" = ANY (${looked.patientIds}::uuid[])))`
    : Prisma.sql`e."doctorId" = ${looked.doctorId}::uuid AND e."actorUserId" IS DISTINCT FROM ${looked.userId}::uuid
        AND (${looked.encounterId ?? null}::uuid IS NULL OR (e."subject" = 'encounter' AND e."subjectId" = ${looked.encounterId ?? null}::uuid))`;

type FoldedPage = { before: string | null; take: number };
const beyond = ({ before }: FoldedPage) =>
  before === null ? Prisma.empty : Prisma.sql`HAVING max(e."position") < ${before}::bigint`;

const FOLDED_COLUMNS = {
  last: "text",
  count: "int4",
  firstAt: "timestamptz",
  lastAt: "timestamptz",
  positions: "text[]",
  actorUserId: "uuid?",
  via: "text",
} as const;
/** As many of a folded line's as can be shown at once, the newest first. */
const newest = (position: Prisma.Sql) => Prisma.sql`(array_agg(${position}::text ORDER BY e."position" DESC))[1:20]`;
const FOLDED = Prisma.sql`max(e."position")::text AS "last", count(*)::int AS "count", min(e."occurredAt") AS "firstAt",
      max(e."occurredAt") AS "lastAt", ${newest(Prisma.sql`e."position"`)} AS "positions"`;

const IS_REPEATED = Prisma.sql`(split_part(e."action", '.', 2) = ANY (${REPEATED.verbs}::text[]) OR e."action" = ANY (${REPEATED.actions}::text[]))`;

/** Looks at clinical data: what an open page repeats is one, from its first entry to its last. */
const looksOf = (looked: Looked, userId: string | null) => Prisma.sql`
    SELECT max(n."position") AS "position", min(n."position") AS "first", min(n."occurredAt") AS "firstAt", max(n."occurredAt") AS "lastAt",
      n."own", n."actorUserId", n."via", n."purpose", n."patientId", n."action", n."subject", n."subjectId"
    FROM (SELECT s.*, sum(s."begins") OVER (PARTITION BY s."actorUserId", s."via", s."purpose", s."patientId", s."action", s."subject",
            s."subjectId" ORDER BY s."occurredAt", s."position") AS "number"
          FROM (SELECT e."position", e."occurredAt", e."actorUserId", e."via", e."purpose", e."patientId", e."action", e."subject",
                  e."subjectId", coalesce(e."actorUserId" = ${userId}::uuid, false) AS "own",
                  CASE WHEN ${IS_REPEATED} AND e."occurredAt" - make_interval(mins => ${SAME_LOOK_MINUTES}::int) < lag(e."occurredAt") OVER (
                    PARTITION BY e."actorUserId", e."via", e."purpose", e."patientId", e."action", e."subject", e."subjectId"
                    ORDER BY e."occurredAt", e."position") THEN 0 ELSE 1 END AS "begins"
                FROM "AuditEntry" e
                WHERE ("is_clinical"(e."action") OR e."action" IN ('patient.merge', 'patient.unmerge')) AND e."patientId" IS NOT NULL
                  AND ${ofLooked(looked)}) s) n
    GROUP BY n."own", n."actorUserId", n."via", n."purpose", n."patientId", n."action", n."subject", n."subjectId", n."number"`;

/**
 * Looks at clinical data, newest first, folded: one line for those of the same person at the same thing that began in the
 * same hour, and for the reader's own a line a day.
 */
export const foldedLooks = statement(
  {
    ...FOLDED_COLUMNS,
    /** Where each of the looks began. */
    firsts: "text[]",
    purpose: typed<AuditPurpose | null>("enum?"),
    patientId: "uuid",
    action: "text?",
    subject: "text?",
    subjectId: "uuid?",
  },
  (looked: Looked, reader: { userId: string | null; timeZone: string }, page: FoldedPage) => Prisma.sql`
    SELECT max(e."position")::text AS "last", count(*)::int AS "count", min(e."firstAt") AS "firstAt", max(e."lastAt") AS "lastAt",
      ${newest(Prisma.sql`e."position"`)} AS "positions", ${newest(Prisma.sql`e."first"`)} AS "firsts",
      e."actorUserId", e."via", e."purpose",
      coalesce((SELECT p."mergedIntoId" FROM "Patient" p WHERE p."id" = e."patientId"), e."patientId") AS "patientId",
      e."action", e."subject", e."subjectId"
    FROM (SELECT l."position", l."first", l."firstAt", l."lastAt", l."actorUserId", l."via", l."purpose", l."patientId",
            CASE WHEN l."own" THEN NULL ELSE l."action" END AS "action", CASE WHEN l."own" THEN NULL ELSE l."subject" END AS "subject",
            CASE WHEN l."own" THEN NULL ELSE l."subjectId" END AS "subjectId",
            CASE WHEN l."own" THEN date_trunc('day', l."firstAt", ${reader.timeZone}) ELSE date_trunc('hour', l."firstAt", 'UTC') END AS "span"
          FROM (${looksOf(looked, reader.userId)}) l) e
    GROUP BY e."actorUserId", e."via", e."purpose", e."patientId", e."action", e."subject", e."subjectId", e."span"
    ${beyond(page)} ORDER BY max(e."position") DESC LIMIT ${page.take}::int`,
);

/** What was done at a hospital with things of these kinds, newest first, folded in the same way. */
export const foldedOperations = statement(
  {
    ...FOLDED_COLUMNS,
    as: "text?",
    action: "text",
    subject: "text",
    subjectId: "uuid?",
  },
  (hospitalId: string, subjects: readonly string[], page: FoldedPage) => Prisma.sql`
    SELECT ${FOLDED}, e."actorUserId", e."via", e."details"->>'as' AS "as", e."action", e."subject", e."subjectId"
    FROM "AuditEntry" e
    WHERE e."hospitalId" = ${hospitalId}::uuid AND e."subject" = ANY (${[...subjects]}::text[])
    GROUP BY e."actorUserId", e."via", e."details"->>'as', e."action", e."subject", e."subjectId", date_trunc('hour', e."occurredAt", 'UTC')
    ${beyond(page)} ORDER BY max(e."position") DESC LIMIT ${page.take}::int`,
);
