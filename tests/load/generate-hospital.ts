// Fills a migrated, otherwise empty database with one large hospital and years of stays, visits and calls, in SQL.
import pg from "pg";

export type HospitalSize = {
  beds: number;
  stays: number;
  visits: number;
  calls: number;
  /** 40 by default. */ doctors?: number;
};

/** Things are numbered; the same number is the same thing in every run. */
const id = (kind: string, number: string) => `md5('${kind}' || ${number})::uuid`;
const HOSPITAL = id("hospital", "1");
/** A number from 0 to 999 that looks random and is the same in every run. */
const chance = (seed: string) => `(('x' || substr(md5(${seed}), 1, 7))::bit(28)::int % 1000)`;

const PLACE = `
  INSERT INTO "Hospital" ("id", "slug", "name", "timeZone", "verification", "verifiedAt", "latitude", "longitude")
  VALUES (${HOSPITAL}, 'load-hospital', 'Load Hospital', 'Europe/Berlin', 'VERIFIED', now(), 52.5, 13.4);
  INSERT INTO "User" ("id", "email", "name", "passwordHash") VALUES (${id("staff", "1")}, 'load-staff@load.test', 'Load Staff', '-');
  INSERT INTO "HospitalStaff" ("id", "hospitalId", "userId", "role") VALUES (${id("membership", "1")}, ${HOSPITAL}, ${id("staff", "1")}, 'MANAGER')`;

const WARD_SIZE = 40;
const WARDS = `
  INSERT INTO "Ward" ("id", "hospitalId", "name", "kind")
  SELECT ${id("ward", "i")}, ${HOSPITAL}, 'Ward ' || i, (enum_range(NULL::"WardKind"))[1 + i % 7] FROM generate_series(1, ceil($1::int / ${WARD_SIZE}.0)::int) i`;

const BEDS = `
  INSERT INTO "Bed" ("id", "hospitalId", "wardId", "label", "state", "stateReason", "cleaningDueAt")
  SELECT ${id("bed", "i")}, ${HOSPITAL}, ${id("ward", `1 + (i - 1) / ${WARD_SIZE}`)}, i::text, s::"BedState",
    CASE s WHEN 'OUT_OF_SERVICE' THEN 'Repair' END, CASE s WHEN 'CLEANING' THEN now() + interval '30 minutes' END
  FROM generate_series(1, $1::int) i, LATERAL (SELECT CASE i % 20 WHEN 17 THEN 'CLEANING' WHEN 18 THEN 'OUT_OF_SERVICE' ELSE 'READY' END AS s) state`;

// Bed after bed, three days apart and one to nearly three days long; $2 is the first bed, $3 the last, $1 how many of each.
const PATIENTS = `
  INSERT INTO "Patient" ("id", "name") SELECT ${id("bed-patient", "i || ' ' || j")}, 'Load ' || i || ' ' || j
  FROM generate_series($2::int, $3::int) i, generate_series(1, $1::int) j`;
const STAY = `
  FROM generate_series($2::int, $3::int) i, generate_series(1, $1::int) j,
    LATERAL (SELECT now() - (($1::int - j) * 72 + 71) * interval '1 hour' - ${chance("'start' || i")} * interval '10 minutes' AS a) b,
    LATERAL (SELECT a + interval '1 day' + ${chance("'length' || i || ' ' || j")} * interval '2.5 minutes' AS z) e`;
const BOOKINGS = `
  INSERT INTO "BedBooking" ("id", "hospitalId", "patientId", "wardKind", "bedId", "status", "startsAt", "endsAt", "reservedAt", "admittedAt", "dischargedAt", "createdAt")
  SELECT ${id("stay", "i || ' ' || j")}, ${HOSPITAL}, ${id("bed-patient", "i || ' ' || j")}, 'GENERAL', ${id("bed", "i")}, 'DISCHARGED', a, z, a, a, z, a ${STAY}`;
const STAYS = `
  INSERT INTO "BedStay" ("id", "hospitalId", "wardId", "bedId", "bookingId", "startsAt", "endsAt")
  SELECT ${id("lay", "i || ' ' || j")}, ${HOSPITAL}, ${id("ward", `1 + (i - 1) / ${WARD_SIZE}`)}, ${id("bed", "i")}, ${id("stay", "i || ' ' || j")}, a, z ${STAY}`;

// Two beds of three are taken now, one of ten is reserved.
const NOW_PATIENTS = `INSERT INTO "Patient" ("id", "name") SELECT ${id("now-patient", "i")}, 'Load now ' || i FROM generate_series(1, $1::int) i`;
const NOW_BOOKINGS = `
  INSERT INTO "BedBooking" ("id", "hospitalId", "patientId", "wardKind", "bedId", "status", "startsAt", "reservedAt", "reservedUntil", "admittedAt")
  SELECT ${id("now-stay", "i")}, ${HOSPITAL}, ${id("now-patient", "i")}, 'GENERAL', ${id("bed", "i")}, s::"BedBookingStatus", now(), now(),
    CASE s WHEN 'RESERVED' THEN now() + interval '1 day' END, CASE s WHEN 'ADMITTED' THEN now() END
  FROM generate_series(1, $1::int) i, LATERAL (SELECT CASE WHEN i % 3 < 2 THEN 'ADMITTED' WHEN i % 10 = 5 THEN 'RESERVED' END AS s) state WHERE s IS NOT NULL`;
const NOW_STAYS = `
  INSERT INTO "BedStay" ("id", "hospitalId", "wardId", "bedId", "bookingId", "startsAt")
  SELECT ${id("now-lay", "i")}, ${HOSPITAL}, ${id("ward", `1 + (i - 1) / ${WARD_SIZE}`)}, ${id("bed", "i")}, ${id("now-stay", "i")}, now()
  FROM generate_series(1, $1::int) i WHERE i % 3 < 2`;

const DOCTORS = 40;
const people = (doctors: number) => `
  INSERT INTO "User" ("id", "email", "name", "passwordHash") SELECT ${id("user", "i")}, 'load-' || i || '@load.test', 'Load ' || i, '-' FROM generate_series(1, ${doctors}) i;
  INSERT INTO "Doctor" ("id", "userId", "slug", "name", "timeZone", "verification", "verifiedAt")
  SELECT ${id("doctor", "i")}, ${id("user", "i")}, 'load-' || i, 'Dr Load ' || i, 'Europe/Berlin', 'VERIFIED', now() FROM generate_series(1, ${doctors}) i;
  INSERT INTO "Affiliation" ("id", "doctorId", "hospitalId") SELECT ${id("affiliation", "i")}, ${id("doctor", "i")}, ${HOSPITAL} FROM generate_series(1, ${doctors}) i`;

// A visit every twenty minutes and doctor, back from the end of today.
const visitsOf = (doctors: number) => `
  INSERT INTO "Appointment" ("id", "doctorId", "patientId", "hospitalId", "startsAt", "endsAt", "status", "checkedInAt", "startedAt", "completedAt")
  SELECT ${id("visit", "i || ' ' || j")}, ${id("doctor", "i")}, ${id("now-patient", "1 + i * 24 + j % 24")}, ${HOSPITAL}, t, t + interval '20 minutes',
    s::"AppointmentStatus", CASE WHEN s = 'COMPLETED' THEN t - interval '10 minutes' END,
    CASE WHEN s = 'COMPLETED' THEN t + ${chance("'wait' || i || ' ' || j")} * interval '2 seconds' END, CASE WHEN s = 'COMPLETED' THEN t + interval '40 minutes' END
  FROM generate_series(1, ${doctors}) i, generate_series(0, $1::int / ${doctors} - 1) j,
    LATERAL (SELECT date_trunc('day', now()) + interval '16 hours' - (j / 24) * interval '1 day' - (j % 24) * interval '20 minutes' AS t) b,
    LATERAL (SELECT CASE WHEN t > now() THEN 'CONFIRMED' WHEN j % 12 = 5 THEN 'NO_SHOW' WHEN j % 12 = 7 THEN 'CANCELLED' ELSE 'COMPLETED' END AS s) e`;

const FLEET = 60;
const VEHICLES = `
  INSERT INTO "Ambulance" ("id", "hospitalId", "registration", "kind", "crewPhone")
  SELECT ${id("vehicle", "i")}, ${HOSPITAL}, 'LOAD-' || i, (enum_range(NULL::"AmbulanceKind"))[1 + i % 4], '+49 30 5550100' FROM generate_series(1, ${FLEET}) i`;
const CALLS = `
  INSERT INTO "AmbulanceBooking" ("id", "kind", "status", "pickupLatitude", "pickupLongitude", "contactName", "contactPhone", "requestedByUserId",
    "hospitalId", "ambulanceId", "createdAt", "dispatchedAt", "enRouteAt", "onSceneAt", "transportingAt", "arrivedAt", "completedAt")
  SELECT ${id("call", "i")}, 'BASIC', 'COMPLETED', 52.5, 13.4, 'Load', '+49 30 5550101', ${id("staff", "1")}, ${HOSPITAL}, ${id("vehicle", `1 + i % ${FLEET}`)},
    t, t + interval '1 minute' + c * interval '0.1 seconds', t + interval '4 minutes', t + interval '8 minutes' + c * interval '1 second', t + interval '30 minutes', t + interval '50 minutes', t + interval '1 hour'
  FROM generate_series(1, $1::int) i, LATERAL (SELECT now() - i * interval '11 minutes' AS t, ${chance("'call' || i")} AS c) b`;

const STEP = 100;

/**
 * Fills the database. `adminUrl`: a superuser on it, because rows are loaded without checking foreign keys and
 * triggers; exclusion constraints are checked.
 */
export async function generateHospital(adminUrl: string, size: HospitalSize): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(
      "SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'",
    );
    await client.query(PLACE);
    for (const sql of [WARDS, BEDS, NOW_PATIENTS]) await client.query(sql, [size.beds]);
    const each = Math.round(size.stays / size.beds);
    for (let from = 1; from <= size.beds; from += STEP) {
      for (const sql of [PATIENTS, BOOKINGS, STAYS])
        await client.query(sql, [each, from, Math.min(from + STEP - 1, size.beds)]);
    }
    for (const sql of [NOW_BOOKINGS, NOW_STAYS]) await client.query(sql, [size.beds]);
    await client.query(people(size.doctors ?? DOCTORS));
    await client.query(VEHICLES);
    await client.query(visitsOf(size.doctors ?? DOCTORS), [size.visits]);
    await client.query(CALLS, [size.calls]);
    await client.query('SELECT "recount_visits"()');
    await client.query("VACUUM (ANALYZE)");
  } finally {
    await client.end();
  }
}
