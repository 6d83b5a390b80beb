import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { db, Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { OLDEST_FIRST, startSortedPage } from "@/lib/platform/input/page";
import { findLookAlikes } from "./internal/find-look-alikes";
import { canAdminister } from "./policy";
import type { Candidate, queueQuery } from "./schema";

const ORDER = { ...OLDEST_FIRST, keys: ["at", "id"] } as const;
type Row = Omit<Candidate, "createdAt" | "lookAlikes"> & { createdAt: Date };

/**
 * Returns doctors and hospitals in one state, those waiting longest first. Throws `not-found` for everyone but
 * administrators.
 */
export async function listQueue(
  actor: Actor,
  query: z.output<typeof queueQuery>,
): Promise<{ items: Candidate[]; nextCursor: string | null }> {
  if (!canAdminister(actor)) throw notFound();
  const { after, take, pageOf } = startSortedPage(query, ORDER);
  const halves = { doctor: doctors(query, after), hospital: hospitals(query, after) };
  const wanted = query.kind ? [halves[query.kind]] : [halves.doctor, halves.hospital];
  const union = Prisma.join(
    wanted.map((half) => Prisma.sql`(${half})`),
    " UNION ALL ",
  );
  const rows = await db.$queryRaw<Row[]>`SELECT * FROM (${union}) q ORDER BY "createdAt", "id" LIMIT ${take}`;
  const page = pageOf(rows);
  const alike = await findLookAlikes(page.items.filter(({ verification }) => verification !== "VERIFIED"));
  return {
    ...page,
    items: page.items.map((row) => ({
      ...row,
      lookAlikes: alike.get(row.id) ?? [],
      createdAt: row.createdAt.toISOString(),
    })),
  };
}

type Query = z.output<typeof queueQuery>;
type After = { value: string; id: string } | undefined;

/** Each half reads its own index from where the previous page ended, and no further than one page. */
function half(alias: Prisma.Sql, query: Query, after: After): Prisma.Sql {
  const beyond = after
    ? Prisma.sql`AND (${alias}."createdAt", ${alias}."id") > (${after.value}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  return Prisma.sql`${alias}."verification" = ${query.state}::"Verification" ${beyond}
    ORDER BY ${alias}."createdAt", ${alias}."id" LIMIT ${query.limit + 1}`;
}

function doctors(query: Query, after: After): Prisma.Sql {
  return Prisma.sql`
    SELECT 'doctor' AS "kind", d."id", d."slug", d."name", d."city", d."country"::text AS "country", u."email"::text AS "contact",
      d."registrationNumber", ARRAY(SELECT s."name" FROM "DoctorSpecialty" ds JOIN "Specialty" s ON s."id" = ds."specialtyId"
        WHERE ds."doctorId" = d."id" ORDER BY s."name") AS "specialties",
      d."verification"::text AS "verification", d."verificationReason", d."createdAt", d."version"
    FROM "Doctor" d JOIN "User" u ON u."id" = d."userId" WHERE ${half(Prisma.sql`d`, query, after)}`;
}

function hospitals(query: Query, after: After): Prisma.Sql {
  return Prisma.sql`
    SELECT 'hospital' AS "kind", h."id", h."slug", h."name", h."city", h."country"::text AS "country",
      (SELECT u."email"::text FROM "HospitalStaff" s JOIN "User" u ON u."id" = s."userId"
        WHERE s."hospitalId" = h."id" AND s."role" = 'MANAGER' ORDER BY s."createdAt" LIMIT 1) AS "contact",
      NULL AS "registrationNumber", ARRAY[]::text[] AS "specialties",
      h."verification"::text AS "verification", h."verificationReason", h."createdAt", h."version"
    FROM "Hospital" h WHERE ${half(Prisma.sql`h`, query, after)}`;
}

/**
 * Counts what is waiting, for the title and the badge; `change` counts requests of verified profiles. Zero for everyone
 * but administrators.
 */
export async function countWaiting(actor: Actor): Promise<{ doctor: number; hospital: number; change: number }> {
  if (!canAdminister(actor)) return { doctor: 0, hospital: 0, change: 0 };
  const where = { verification: "PENDING" as const };
  const changes = db.profileChange.count({ where: { status: "PENDING" } });
  const [doctor, hospital, change] = await Promise.all([
    db.doctor.count({ where }),
    db.hospital.count({ where }),
    changes,
  ]);
  return { doctor, hospital, change };
}
