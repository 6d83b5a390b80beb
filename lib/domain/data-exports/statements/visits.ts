import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";
import { beyond, PATIENT, PATIENT_COLUMNS, within, type Batch, type Scope } from "./scope";

const APPOINTMENT = { at: Prisma.sql`a."startsAt"`, id: Prisma.sql`a."id"` };
/** A time that was merely held is no appointment. */
const appointmentsOf = (scope: Scope) => Prisma.sql`
    a."hospitalId" = ${scope.hospitalId}::uuid AND a."holdExpiresAt" IS NULL ${within(APPOINTMENT.at, scope)}`;

/** A hospital's appointments by their time, without what was written about them. */
export const appointmentRows = statement(
  {
    id: "uuid",
    starts_at: "timestamptz",
    ends_at: "timestamptz",
    status: "enum",
    mode: "enum",
    doctor: "text",
    service: "text?",
    ...PATIENT_COLUMNS,
    is_walk_in: "bool",
    is_overbooked: "bool",
    needs_rebooking: "bool",
    created_at: "timestamptz",
    confirmed_at: "timestamptz?",
    checked_in_at: "timestamptz?",
    started_at: "timestamptz?",
    completed_at: "timestamptz?",
    ended_at: "timestamptz?",
  },
  (scope: Scope, { after, take }: Batch) => Prisma.sql`
    SELECT a."id", a."startsAt" AS "starts_at", a."endsAt" AS "ends_at", a."status", a."mode", d."name" AS "doctor",
      s."name" AS "service", ${PATIENT}, a."isWalkIn" AS "is_walk_in", a."isOverbooked" AS "is_overbooked",
      a."needsRebooking" AS "needs_rebooking", a."createdAt" AS "created_at", a."confirmedAt" AS "confirmed_at",
      a."checkedInAt" AS "checked_in_at", a."startedAt" AS "started_at", a."completedAt" AS "completed_at", a."endedAt" AS "ended_at"
    FROM (SELECT * FROM "Appointment" a WHERE ${appointmentsOf(scope)} ${beyond(APPOINTMENT.at, APPOINTMENT.id, after)}
          ORDER BY a."startsAt", a."id" LIMIT ${take}::int) a
    JOIN "Doctor" d ON d."id" = a."doctorId" JOIN "Patient" p ON p."id" = a."patientId"
    LEFT JOIN "Service" s ON s."id" = a."serviceId"
    ORDER BY a."startsAt", a."id"`,
);

export const appointmentCount = statement(
  { count: "int4" },
  (scope: Scope) => Prisma.sql`SELECT count(*)::int AS "count" FROM "Appointment" a WHERE ${appointmentsOf(scope)}`,
);

const STAY = { at: Prisma.sql`b."createdAt"`, id: Prisma.sql`b."id"` };
const staysOf = (scope: Scope) => Prisma.sql`b."hospitalId" = ${scope.hospitalId}::uuid ${within(STAY.at, scope)}`;

/** A hospital's requests for beds and stays, by when they were asked for. */
export const stayRows = statement(
  {
    id: "uuid",
    status: "enum",
    ward_kind: "enum",
    ward: "text?",
    bed: "text?",
    ...PATIENT_COLUMNS,
    starts_at: "timestamptz",
    ends_at: "timestamptz?",
    created_at: "timestamptz",
    reserved_at: "timestamptz?",
    admitted_at: "timestamptz?",
    discharged_at: "timestamptz?",
    ended_at: "timestamptz?",
  },
  (scope: Scope, { after, take }: Batch) => Prisma.sql`
    SELECT b."id", b."status", b."wardKind" AS "ward_kind", w."name" AS "ward", e."label" AS "bed", ${PATIENT},
      b."startsAt" AS "starts_at", b."endsAt" AS "ends_at", b."createdAt" AS "created_at", b."reservedAt" AS "reserved_at",
      b."admittedAt" AS "admitted_at", b."dischargedAt" AS "discharged_at", b."endedAt" AS "ended_at"
    FROM (SELECT * FROM "BedBooking" b WHERE ${staysOf(scope)} ${beyond(STAY.at, STAY.id, after)}
          ORDER BY b."createdAt", b."id" LIMIT ${take}::int) b
    JOIN "Patient" p ON p."id" = b."patientId"
    LEFT JOIN "Bed" e ON e."id" = b."bedId" LEFT JOIN "Ward" w ON w."id" = e."wardId"
    ORDER BY b."createdAt", b."id"`,
);

export const stayCount = statement(
  { count: "int4" },
  (scope: Scope) => Prisma.sql`SELECT count(*)::int AS "count" FROM "BedBooking" b WHERE ${staysOf(scope)}`,
);

const CALL = { at: Prisma.sql`c."createdAt"`, id: Prisma.sql`c."id"` };
const callsOf = (scope: Scope) => Prisma.sql`c."hospitalId" = ${scope.hospitalId}::uuid ${within(CALL.at, scope)}`;

/** The calls that a hospital's vehicles served, by when they came in. */
export const callRows = statement(
  {
    id: "uuid",
    status: "enum",
    kind: "enum",
    vehicle: "text?",
    contact_name: "text",
    contact_phone: "text",
    pickup_address: "text?",
    pickup_latitude: "float8",
    pickup_longitude: "float8",
    ...PATIENT_COLUMNS,
    created_at: "timestamptz",
    dispatched_at: "timestamptz?",
    en_route_at: "timestamptz?",
    on_scene_at: "timestamptz?",
    transporting_at: "timestamptz?",
    arrived_at: "timestamptz?",
    completed_at: "timestamptz?",
    ended_at: "timestamptz?",
  },
  (scope: Scope, { after, take }: Batch) => Prisma.sql`
    SELECT c."id", c."status", c."kind", v."registration" AS "vehicle", c."contactName" AS "contact_name",
      c."contactPhone" AS "contact_phone", c."pickupAddress" AS "pickup_address", c."pickupLatitude" AS "pickup_latitude",
      c."pickupLongitude" AS "pickup_longitude", ${PATIENT}, c."createdAt" AS "created_at", c."dispatchedAt" AS "dispatched_at",
      c."enRouteAt" AS "en_route_at", c."onSceneAt" AS "on_scene_at", c."transportingAt" AS "transporting_at",
      c."arrivedAt" AS "arrived_at", c."completedAt" AS "completed_at", c."endedAt" AS "ended_at"
    FROM (SELECT * FROM "AmbulanceBooking" c WHERE ${callsOf(scope)} ${beyond(CALL.at, CALL.id, after)}
          ORDER BY c."createdAt", c."id" LIMIT ${take}::int) c
    LEFT JOIN "Ambulance" v ON v."id" = c."ambulanceId" LEFT JOIN "Patient" p ON p."id" = c."patientId"
    ORDER BY c."createdAt", c."id"`,
);

export const callCount = statement(
  { count: "int4" },
  (scope: Scope) => Prisma.sql`SELECT count(*)::int AS "count" FROM "AmbulanceBooking" c WHERE ${callsOf(scope)}`,
);
