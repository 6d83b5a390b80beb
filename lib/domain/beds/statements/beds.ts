import { Prisma } from "@/lib/platform/db/db";
import { command, statement, typed } from "@/lib/platform/db/statement";
import type { BedFilter } from "../schema";
import type { BedCondition, BedState, WardKind } from "../status";

const bedColumns = {
  id: "text",
  hospitalId: "text",
  wardId: "text",
  kind: typed<WardKind>("text"),
  label: "text",
  state: typed<BedState>("text"),
  condition: typed<BedCondition>("text"),
  /** Reserved, also while it is being cleaned or occupied by someone else. */
  isReserved: "bool",
  stateReason: "text?",
  stateChangedAt: "timestamptz",
  cleaningDueAt: "timestamptz?",
  version: "int4",
} as const;

const SELECT_BEDS = Prisma.sql`
    SELECT b."id"::text, b."hospitalId"::text, b."wardId"::text, n."kind"::text, b."label", b."state"::text,
      n."condition", EXISTS (SELECT 1 FROM "BedBooking" r WHERE r."bedId" = b."id" AND r."status" = 'RESERVED' AND r."reservedUntil" > now()) AS "isReserved",
      b."stateReason", b."stateChangedAt", b."cleaningDueAt", b."version"
    FROM "Bed" b JOIN "BedNow" n ON n."id" = b."id"`;

/** A bed with its condition. */
export const bedById = statement(bedColumns, (id: string) => Prisma.sql`${SELECT_BEDS} WHERE b."id" = ${id}::uuid`);

export const bedsOfHospital = statement(
  bedColumns,
  (hospitalId: string) => Prisma.sql`${SELECT_BEDS} WHERE b."hospitalId" = ${hospitalId}::uuid`,
);

type Position = { wardId: string; label: string; id: string };

/** Ward by ward, from behind a position on. */
export const pageOfBeds = statement(
  bedColumns,
  (hospitalId: string, { wardId, kind, condition }: BedFilter, after: Position | undefined, take: number) => {
    const and = [
      ...(wardId ? [Prisma.sql`AND b."wardId" = ${wardId}::uuid`] : []),
      ...(kind ? [Prisma.sql`AND n."kind" = ${kind}::"WardKind"`] : []),
      ...(condition ? [Prisma.sql`AND n."condition" = ${condition}`] : []),
      ...(after
        ? [Prisma.sql`AND (b."wardId", b."label", b."id") > (${after.wardId}::uuid, ${after.label}, ${after.id}::uuid)`]
        : []),
    ];
    return Prisma.sql`${SELECT_BEDS}
    WHERE b."hospitalId" = ${hospitalId}::uuid ${and.length > 0 ? Prisma.join(and, " ") : Prisma.empty}
    ORDER BY b."wardId", b."label", b."id" LIMIT ${take}`;
  },
);

type Claim = {
  hospitalId: string;
  bedId: string;
  /** The booking that claims the bed, which doesn't block itself. */
  bookingId: string | null;
  startsAt: Date;
  endsAt: Date | null;
  /** Until when a reservation keeps it at least. */
  reservedUntil?: Date | undefined;
};

/** Waits for a closing that is being written; the next one waits until this transaction ends. */
export const keepClosingsOut = command(
  (hospitalId: string) =>
    Prisma.sql`SELECT pg_advisory_xact_lock_shared(hashtextextended('ward-closures:' || ${hospitalId}::text, 0))`,
);

/**
 * A bed someone claims for a period: whether another has it then or has overstayed, whether it is closed then, and whether a
 * reservation has expired.
 */
export const claimedBed = statement(
  {
    wardId: "text",
    kind: typed<WardKind>("text"),
    state: typed<BedState>("text"),
    isTaken: "bool",
    isClosed: "bool",
    isStale: "bool",
  },
  ({ hospitalId, bedId, bookingId, startsAt, endsAt, reservedUntil = undefined }: Claim, now: Date) => {
    const others = Prisma.sql`FROM "BedBooking" o WHERE o."bedId" = b."id" AND o."id" IS DISTINCT FROM ${bookingId}::uuid`;
    return Prisma.sql`
    SELECT b."wardId"::text, w."kind"::text, b."state"::text,
      EXISTS (SELECT 1 ${others} AND (o."status" = 'ADMITTED' OR (o."status" = 'RESERVED' AND o."reservedUntil" > ${now}))
        AND (tstzrange(o."startsAt", o."endsAt") && tstzrange(${startsAt}, ${endsAt}) OR o."endsAt" <= ${now})) AS "isTaken",
      "bed_is_closed"(b."id", "bed_needed"(${startsAt}, ${endsAt}::timestamptz, ${reservedUntil ?? null}::timestamptz, clock_timestamp())) AS "isClosed",
      EXISTS (SELECT 1 ${others} AND o."status" = 'RESERVED' AND o."reservedUntil" <= ${now}) AS "isStale"
    FROM "Bed" b JOIN "Ward" w ON w."id" = b."wardId" AND w."removedAt" IS NULL
    WHERE b."id" = ${bedId}::uuid AND b."hospitalId" = ${hospitalId}::uuid AND b."removedAt" IS NULL`;
  },
);

type Wanted = { hospitalId: string; kind: WardKind; exceptId?: string | null; until?: Date | undefined };

/** Ward by ward. With `until`, none that closes before. */
export const freeBeds = statement(
  { bedId: "text", label: "text", wardId: "text", ward: "text" },
  ({ hospitalId, kind, exceptId = null, until }: Wanted, limit: number) => Prisma.sql`
    SELECT b."id"::text AS "bedId", b."label", w."id"::text AS "wardId", w."name" AS "ward"
    FROM "BedNow" n JOIN "Bed" b ON b."id" = n."id" JOIN "Ward" w ON w."id" = n."wardId"
    WHERE n."hospitalId" = ${hospitalId}::uuid AND n."kind" = ${kind}::"WardKind" AND n."condition" = 'FREE' AND n."id" IS DISTINCT FROM ${exceptId}::uuid
      ${until ? Prisma.sql`AND NOT "bed_is_closed"(n."id", "bed_needed"(now(), NULL, ${until}, now()))` : Prisma.empty}
    ORDER BY w."name", length(b."label"), b."label", b."id" LIMIT ${limit}`,
);

type Labels = { wardId: string; labels: string[]; exceptId: string | null };

/** The first few of a ward's labels that mean the same as these. */
export const takenLabels = statement(
  { label: "text" },
  ({ wardId, labels, exceptId }: Labels) => Prisma.sql`
    SELECT "label" FROM "Bed" WHERE "wardId" = ${wardId}::uuid AND "removedAt" IS NULL AND "id" IS DISTINCT FROM ${exceptId}::uuid
      AND "labelKey" IN (SELECT "name_key"(l) FROM unnest(${labels}::text[]) AS l) ORDER BY "label" LIMIT 3`,
);

type BedChange = { label: string; wardId: string; state?: BedState | undefined; reason?: string | undefined };

/** By compare-and-swap. A new state begins now; cleaning takes as long as the ward says. */
export const updateBed = command(({ id, version }: { id: string; version: number }, change: BedChange) => {
  const { label, wardId, state, reason } = change;
  const placed = Prisma.sql`"label" = ${label}, "wardId" = ${wardId}::uuid, "version" = "version" + 1, "updatedAt" = statement_timestamp()`;
  const minutes = Prisma.sql`(SELECT w."cleaningMinutes" FROM "Ward" w WHERE w."id" = "wardId")`;
  const due =
    state === "CLEANING" ? Prisma.sql`statement_timestamp() + make_interval(mins => ${minutes})` : Prisma.sql`NULL`;
  const columns =
    state === undefined
      ? placed
      : Prisma.sql`${placed}, "state" = ${state}::"BedState", "stateReason" = ${reason ?? null}, "stateChangedAt" = statement_timestamp(), "cleaningDueAt" = ${due}`;
  return Prisma.sql`UPDATE "Bed" SET ${columns} WHERE "id" = ${id}::uuid AND "version" = ${version}::int`;
});

/** A bed that was being cleaned needs it no longer. */
export const skipCleaning = command(
  (bedId: string, now: Date) => Prisma.sql`
    UPDATE "Bed" SET "state" = 'READY', "stateReason" = NULL, "stateChangedAt" = ${now}, "cleaningDueAt" = NULL, "version" = "version" + 1, "updatedAt" = ${now}
    WHERE "id" = ${bedId}::uuid AND "state" = 'CLEANING'`,
);

/** MATERIALIZED prevents reordering: one lock after the other, in the given order. The time is that after the last one. */
export const takeLocks = statement(
  { now: "timestamptz" },
  (names: string[]) => Prisma.sql`
    WITH l AS MATERIALIZED (
      SELECT pg_advisory_xact_lock(hashtextextended(k, 0)) FROM unnest(${names}::text[]) WITH ORDINALITY AS t(k, n) ORDER BY n
    ) SELECT clock_timestamp() AS "now" FROM (SELECT count(*) FROM l) AS got`,
);

/** Never waits. */
export const tryLock = statement(
  { got: "bool" },
  (name: string) => Prisma.sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) AS "got"`,
);
