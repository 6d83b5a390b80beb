import { Prisma } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";
import type { Sight } from "./policy";
import type { TimelineType } from "./status";

type TimelinePosition = { at: Date; type: TimelineType; id: string };
type Sql = Prisma.Sql;
type Source = {
  from: Sql;
  /** The column an index of its table sorts a patient's rows by. */
  sortedBy: Sql;
  id?: Sql;
  where?: Sql;
  /** The moment, where the column is none. */
  at?: Sql;
  /** Who of those who act for a patient sees it. */
  seenBy: Sql;
  doctorId?: Sql;
  hospitalId?: Sql;
  until?: Sql;
  title?: Sql;
  status?: Sql;
};

const READERS = Prisma.sql`person."reads"`;
const BOOKERS = Prisma.sql`person."books"`;
const DOCTOR = Prisma.sql`t."doctorId"`;
const HOSPITAL = Prisma.sql`t."hospitalId"`;
const STATUS = Prisma.sql`t."status"::text`;
const RECORDED = Prisma.sql`t."recordedAt"`;
const NOT_BY_MISTAKE = Prisma.sql`t."status" <> 'ENTERED_IN_ERROR'`;
const GRANTS = Prisma.sql`"RecordGrant"`;
const SIGNED = {
  from: Prisma.sql`"Encounter"`,
  sortedBy: Prisma.sql`t."signedAt"`,
  seenBy: READERS,
  doctorId: DOCTOR,
};

/** Where each type is, and the index of its table that has a patient's in the order of time. */
const SOURCES: Record<TimelineType, Source> = {
  VISIT: {
    from: Prisma.sql`"Appointment"`,
    sortedBy: Prisma.sql`t."startsAt"`,
    where: Prisma.sql`t."status" IN ('IN_PROGRESS', 'COMPLETED', 'NO_SHOW', 'LEFT')`,
    seenBy: Prisma.sql`TRUE`,
    doctorId: DOCTOR,
    hospitalId: HOSPITAL,
    title: Prisma.sql`(SELECT s."name" FROM "Service" s WHERE s."id" = t."serviceId")`,
    status: STATUS,
  },
  MEASURED: {
    ...SIGNED,
    where: Prisma.sql`t."status" = 'SIGNED' AND EXISTS (SELECT FROM "Observation" o WHERE o."encounterId" = t."id")`,
  },
  // Its document is made when it is opened for the first time; prescribed it was with the signature.
  PRESCRIBED: {
    ...SIGNED,
    where: Prisma.sql`t."status" = 'SIGNED' AND EXISTS (SELECT FROM "Prescription" m WHERE m."encounterId" = t."id")`,
  },
  PRESCRIPTION_WITHDRAWN: {
    from: Prisma.sql`"PrescriptionDocument"`,
    sortedBy: Prisma.sql`t."withdrawnAt"`,
    id: Prisma.sql`t."encounterId"`,
    seenBy: READERS,
    doctorId: DOCTOR,
  },
  ALLERGY: {
    from: Prisma.sql`"Allergy"`,
    sortedBy: RECORDED,
    where: NOT_BY_MISTAKE,
    seenBy: READERS,
    title: Prisma.sql`t."substance"`,
    status: STATUS,
  },
  CONDITION: {
    from: Prisma.sql`"Condition"`,
    sortedBy: RECORDED,
    where: NOT_BY_MISTAKE,
    seenBy: READERS,
    title: Prisma.sql`t."name"`,
    status: STATUS,
  },
  DOCUMENT: {
    from: Prisma.sql`"PatientDocument"`,
    sortedBy: Prisma.sql`t."datedOn"`,
    // At noon, so that it is the same day in nearly every zone.
    at: Prisma.sql`((t."datedOn" + time '12:00') AT TIME ZONE 'UTC')`,
    seenBy: READERS,
    title: Prisma.sql`t."title"`,
  },
  STAY: {
    from: Prisma.sql`"BedBooking"`,
    sortedBy: Prisma.sql`t."admittedAt"`,
    seenBy: BOOKERS,
    hospitalId: HOSPITAL,
    until: Prisma.sql`t."dischargedAt"`,
  },
  AMBULANCE: {
    from: Prisma.sql`"AmbulanceBooking"`,
    sortedBy: Prisma.sql`t."createdAt"`,
    where: Prisma.sql`t."arrivedAt" IS NOT NULL`,
    seenBy: BOOKERS,
    hospitalId: HOSPITAL,
  },
  SHARED: { from: GRANTS, sortedBy: Prisma.sql`t."createdAt"`, seenBy: READERS, doctorId: DOCTOR },
  SHARING_ENDED: { from: GRANTS, sortedBy: Prisma.sql`t."endedAt"`, seenBy: READERS, doctorId: DOCTOR },
  EMERGENCY_ACCESS: {
    from: Prisma.sql`"EmergencyAccess"`,
    sortedBy: Prisma.sql`t."openedAt"`,
    seenBy: READERS,
    doctorId: DOCTOR,
  },
};

type Wanted = { people: Sight[]; types: readonly TimelineType[]; after: TimelinePosition | null; take: number };

/** The latest of one type: an index of its table is read from the position on, and no further than the page needs. */
function latestOf(type: TimelineType, { after, take }: Wanted): Sql {
  const source = SOURCES[type];
  const { sortedBy, at = sortedBy, id = Prisma.sql`t."id"`, where } = source;
  const none = (kind: Sql) => Prisma.sql`NULL::${kind}`;
  const [uuid, text] = [none(Prisma.sql`uuid`), none(Prisma.sql`text`)];
  return Prisma.sql`(
    SELECT ${type}::text AS "type", ${id} AS "id", ${at} AS "at", ${source.until ?? none(Prisma.sql`timestamptz`)} AS "until",
      ${source.doctorId ?? uuid} AS "doctorId", ${source.hospitalId ?? uuid} AS "hospitalId",
      ${source.title ?? text} AS "title", ${source.status ?? text} AS "status"
    FROM ${source.from} t
    WHERE ${source.seenBy} AND t."patientId" = person."id" AND ${sortedBy} IS NOT NULL
      ${where ? Prisma.sql`AND ${where}` : Prisma.empty} ${after ? beyond(type, at, id, after) : Prisma.empty}
    ORDER BY ${sortedBy} DESC, ${id} DESC LIMIT ${take})`;
}

/** Entries of one moment are in the order of their types. */
function beyond(type: TimelineType, at: Sql, id: Sql, after: TimelinePosition): Sql {
  if (type === after.type) return Prisma.sql`AND (${at}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  return type < after.type
    ? Prisma.sql`AND ${at} <= ${after.at}::timestamptz`
    : Prisma.sql`AND ${at} < ${after.at}::timestamptz`;
}

/** What happened to these people, the latest first. What is signed, prescribed or kept is also behind row-level security. */
export const timelineOf = statement(
  {
    type: typed<TimelineType>("text"),
    id: "uuid",
    at: "timestamptz",
    until: "timestamptz?",
    patientId: "uuid",
    patientName: "text",
    appointmentId: "uuid?",
    title: "text?",
    status: "text?",
    count: "int4?",
    doctorName: "text?",
    placeName: "text?",
    timeZone: "text?",
  },
  (wanted: Wanted) => Prisma.sql`
    SELECT x."type", x."id", x."at", x."until", x."patientId", p."name" AS "patientName",
      CASE WHEN x."type" = 'VISIT' THEN x."id" ELSE n."appointmentId" END AS "appointmentId", x."title", x."status",
      CASE
        WHEN x."type" = 'MEASURED' THEN (SELECT count(*) FILTER (WHERE o."kind" <> 'DIASTOLIC')::int FROM "Observation" o WHERE o."encounterId" = x."id")
        WHEN x."type" = 'PRESCRIBED' THEN (SELECT count(*)::int FROM "Prescription" m WHERE m."encounterId" = x."id")
      END AS "count",
      d."name" AS "doctorName", coalesce(h."name", CASE WHEN x."type" = 'VISIT' THEN d."practiceName" END) AS "placeName",
      coalesce(h."timeZone", CASE WHEN x."type" = 'VISIT' THEN d."timeZone" END) AS "timeZone"
    FROM (
      SELECT person."id" AS "patientId", entry.*
      FROM unnest(
        ${wanted.people.map(({ patientId }) => patientId)}::uuid[],
        ${wanted.people.map(({ books }) => books)}::bool[],
        ${wanted.people.map(({ reads }) => reads)}::bool[]
      ) AS person ("id", "books", "reads")
      CROSS JOIN LATERAL (${Prisma.join(
        wanted.types.map((type) => latestOf(type, wanted)),
        " UNION ALL ",
      )}) entry
      ORDER BY entry."at" DESC, entry."type" COLLATE "C" DESC, entry."id" DESC LIMIT ${wanted.take}
    ) x
    JOIN "Patient" p ON p."id" = x."patientId"
    LEFT JOIN "Doctor" d ON d."id" = x."doctorId"
    LEFT JOIN "Hospital" h ON h."id" = x."hospitalId"
    LEFT JOIN "Encounter" n ON n."id" = x."id" AND x."type" IN ('MEASURED', 'PRESCRIBED', 'PRESCRIPTION_WITHDRAWN')
    ORDER BY x."at" DESC, x."type" COLLATE "C" DESC, x."id" DESC`,
);
