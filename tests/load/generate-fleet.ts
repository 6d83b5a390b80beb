// Fills a migrated, otherwise empty database with hospitals over a land of a thousand kilometres, their vehicles and calls.
import pg from "pg";

export type FleetSize = { hospitals: number; vehicles: number; pastCalls: number };

const id = (kind: string, number: string) => `md5('${kind}' || ${number})::uuid`;
const chance = (seed: string, number: string) => `(('x' || substr(md5('${seed}' || ${number}), 1, 7))::bit(28)::int)`;

/** Latitude 46 to 54, longitude 6 to 18: about a hundred kilometres between any place and its third-nearest town. */
const HOSPITALS = `
  INSERT INTO "Hospital" ("id", "slug", "name", "timeZone", "latitude", "longitude", "verification", "verifiedAt", "updatedAt")
  SELECT ${id("hospital", "i")}, 'load-' || i, 'Load ' || i, 'Europe/Berlin',
    46 + ${chance("lat", "i")} % 8000 / 1000.0, 6 + ${chance("lon", "i")} % 12000 / 1000.0,
    CASE WHEN i % 50 = 0 THEN 'PENDING' ELSE 'VERIFIED' END::"Verification", now(), now()
  FROM generate_series(1, $1::int) i`;

/** One in fifty has an incubator; none of the ICU ones is in service, and a third of the others is out of it. */
const VEHICLES = `
  INSERT INTO "Ambulance" ("id", "hospitalId", "registration", "kind", "crewPhone", "state", "stateReason", "updatedAt")
  SELECT ${id("ambulance", "i")}, ${id("hospital", "1 + i % $2::int")}, 'L-' || i, k::"AmbulanceKind", '+49 30 5550100',
    CASE WHEN k = 'ICU' OR ${chance("state", "i")} % 3 = 0 THEN 'OUT_OF_SERVICE' ELSE 'IN_SERVICE' END::"AmbulanceState", 'Load', now()
  FROM generate_series(1, $1::int) i, LATERAL (SELECT CASE ${chance("kind", "i")} % 50 WHEN 0 THEN 'NEONATAL' WHEN 1 THEN 'ICU' WHEN 2 THEN 'ICU' ELSE
    CASE WHEN i % 4 = 0 THEN 'ADVANCED' ELSE 'BASIC' END END AS k) kind`;

const CALL = `"kind", "status", "pickupLatitude", "pickupLongitude", "contactName", "contactPhone", "trackingTokenHash", "hospitalId", "ambulanceId", "dispatchedAt", "updatedAt"`;

/** Every second vehicle in service is on a call. */
const LIVE_CALLS = `
  INSERT INTO "AmbulanceBooking" ("id", ${CALL})
  SELECT ${id("live", 'v."id"::text')}, v."kind", 'EN_ROUTE', 50, 10, 'Load', '+49 30 5550101', 'live-' || v."id", v."hospitalId", v."id", now(), now()
  FROM "Ambulance" v WHERE v."state" = 'IN_SERVICE' AND ${chance("call", 'v."id"::text')} % 2 = 0`;

const PAST_CALLS = `
  INSERT INTO "AmbulanceBooking" ("id", "createdAt", "completedAt", ${CALL})
  SELECT ${id("past", "i")}, now() - i * interval '1 minute', now(), v."kind", 'COMPLETED', 50, 10, 'Load', '+49 30 5550101', 'past-' || i, v."hospitalId", v."id", now(), now()
  FROM generate_series(1, $1::int) i JOIN "Ambulance" v ON v."id" = ${id("ambulance", "1 + i % $2::int")}`;

export async function generateFleet(adminUrl: string, { hospitals, vehicles, pastCalls }: FleetSize): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(HOSPITALS, [hospitals]);
    await client.query(VEHICLES, [vehicles, hospitals]);
    await client.query(LIVE_CALLS);
    await client.query(PAST_CALLS, [pastCalls, vehicles]);
    await client.query("VACUUM (ANALYZE)");
  } finally {
    await client.end();
  }
}
