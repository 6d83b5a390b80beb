// Fills a migrated, otherwise empty database with very many doctors and visits, in SQL.
import pg from "pg";

export type LoadSize = { doctors: number; appointments: number };

/** Doctors are numbered; the same number is the same doctor in every run. */
const id = (kind: string, number: string) => `md5('${kind}' || ${number})::uuid`;

const SYLLABLES =
  "{ba,dor,el,fin,gra,hol,is,jun,kar,lem,mor,nal,os,per,quin,ras,sol,tam,ur,vel,wen,xan,yor,zim,ash,bri,cor,dun,eft,fal}";
const CITIES = 60;

const USERS = `
  INSERT INTO "User" ("id", "email", "name", "passwordHash")
  SELECT ${id("user", "i")}, 'load-' || i || '@load.test', 'Load ' || i, '-' FROM generate_series($1::int, $2::int) i`;

const PATIENTS = `
  INSERT INTO "Patient" ("id", "name") SELECT ${id("patient", "i")}, 'Load ' || i FROM generate_series($1::int, $2::int) i`;

const DOCTORS = `
  WITH syllable AS (SELECT '${SYLLABLES}'::text[] AS s), n AS (
    SELECT i, ('x' || substr(md5('chance' || i), 1, 7))::bit(28)::int AS a, ('x' || substr(md5('chance' || i), 8, 7))::bit(28)::int AS b,
      ('x' || substr(md5('chance' || i), 15, 7))::bit(28)::int AS c FROM generate_series($1::int, $2::int) i)
  INSERT INTO "Doctor" ("id", "userId", "slug", "name", "languages", "feeMinor", "currency", "timeZone", "practiceName", "city", "country",
    "latitude", "longitude", "verification", "verifiedAt", "nextSlotAt", "nextSlotCheckedAt")
  SELECT ${id("doctor", "i")}, ${id("user", "i")}, 'load-' || i,
    'Dr ' || initcap(s[1 + a % 30] || s[1 + b % 30]) || ' ' || initcap(s[1 + c % 30] || s[1 + (a / 30) % 30] || s[1 + (b / 30) % 30]),
    ARRAY[(ARRAY['de','en','fr','es','tr','ar'])[1 + a % 6], (ARRAY['pl','sw','ja','hi'])[1 + c % 4]],
    3000 + (b % 200) * 100, (ARRAY['EUR','USD','KES'])[1 + c % 3], 'Europe/Berlin', 'Practice ' || i % 500, initcap('town' || a % ${CITIES}), 'DE',
    -50 + (a % ${CITIES}) * 1.7 + (b % 1000) / 3000.0, -120 + (a % ${CITIES}) * 4 + (c % 1000) / 3000.0,
    CASE WHEN a % 50 = 0 THEN 'PENDING' ELSE 'VERIFIED' END::"Verification", now(), now() + (c % 30000) * interval '1 minute', now()
  FROM n, syllable`;

const SPECIALTIES = `
  INSERT INTO "DoctorSpecialty" ("doctorId", "specialtyId")
  SELECT ${id("doctor", "i")}, s.ids[1 + i % cardinality(s.ids)]
  FROM generate_series($1::int, $2::int) i, (SELECT array_agg("id" ORDER BY "slug") AS ids FROM "Specialty") s`;

const SERVICES = `
  INSERT INTO "DoctorService" ("id", "doctorId", "serviceId", "durationMinutes", "mode")
  SELECT ${id("offer", "i")}, ${id("doctor", "i")}, (SELECT v."id" FROM "Service" v WHERE v."specialtyId" = ds."specialtyId" ORDER BY v."slug" LIMIT 1),
    30, CASE WHEN i % 3 = 0 THEN 'VIDEO' ELSE 'IN_PERSON' END::"VisitMode"
  FROM generate_series($1::int, $2::int) i JOIN "DoctorSpecialty" ds ON ds."doctorId" = ${id("doctor", "i")}`;

const HOURS = JSON.stringify(
  [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, start: "09:00", end: "12:00" },
    { weekday, start: "13:00", end: "17:00" },
  ]),
);
const SCHEDULES = `
  INSERT INTO "Schedule" ("id", "doctorId", "timeZone", "slotMinutes", "rules")
  SELECT ${id("schedule", "i")}, ${id("doctor", "i")}, 'Europe/Berlin', 30, '${HOURS}' FROM generate_series($1::int, $2::int) i`;

// The same words, facets and place as the triggers write, for all at once.
const LISTING = `
  UPDATE "Doctor" d SET ("searchText", "facets", "listedLatitude", "listedLongitude") =
    (SELECT l."search", l."facets", l."latitude", l."longitude" FROM "doctor_listing"(d."id") l)
  WHERE d."id" IN (SELECT ${id("doctor", "i")} FROM generate_series($1::int, $2::int) i)`;
const WORDS = `
  INSERT INTO "SearchWord" SELECT DISTINCT w FROM "Doctor" d, unnest(string_to_array(d."searchText", ' ')) w
  WHERE d."verification" = 'VERIFIED' AND length(w) BETWEEN 3 AND 64 ON CONFLICT DO NOTHING`;

// One visit per day and doctor, most in the past, each doctor with their own patient: nothing overlaps.
const APPOINTMENTS = `
  INSERT INTO "Appointment" ("id", "doctorId", "patientId", "scheduleId", "startsAt", "endsAt", "status")
  SELECT md5('visit' || i || ' ' || j)::uuid, ${id("doctor", "i")}, ${id("patient", "i")}, ${id("schedule", "i")}, t, t + interval '30 minutes',
    CASE WHEN t < now() THEN 'COMPLETED' ELSE 'CONFIRMED' END::"AppointmentStatus"
  FROM generate_series($1::int, $2::int) i, generate_series(0, $3::int - 1) j,
    LATERAL (SELECT date_trunc('day', now()) + (j - $3::int * 4 / 5) * interval '1 day' + (16 + i % 14) * interval '30 minutes' AS t)`;

const STEP = 20_000;

/**
 * Grows the database to `size`, keeping an earlier, smaller load. `adminUrl`: a superuser on that database, because ten
 * million rows are loaded without checking foreign keys; exclusion constraints are checked.
 */
export async function generateLoad(
  adminUrl: string,
  size: LoadSize,
  say: (line: string) => void = () => {},
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(
      "SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'",
    );
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM "User" WHERE "email" LIKE 'load-%'`,
    );
    const first = (rows[0]?.count ?? 0) + 1;
    await withoutIndexes(client, first === 1, async () => {
      for (let from = first; from <= size.doctors; from += STEP) {
        const to = Math.min(from + STEP - 1, size.doctors);
        for (const sql of [USERS, PATIENTS, DOCTORS, SPECIALTIES, SERVICES, SCHEDULES, LISTING])
          await client.query(sql, [from, to]);
        await client.query(APPOINTMENTS, [from, to, Math.round(size.appointments / size.doctors)]);
        say(`${to} doctors`);
      }
    });
    await client.query(WORDS);
    await client.query("VACUUM (ANALYZE)");
  } finally {
    await client.end();
  }
}

/** Large loads build the visits' plain indexes once, at the end; constraints stay. */
async function withoutIndexes(client: pg.Client, isSmall: boolean, load: () => Promise<void>): Promise<void> {
  if (isSmall) return load();
  const { rows } = await client.query<{ name: string; made: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS made FROM pg_index i
     WHERE i.indrelid = '"Appointment"'::regclass AND NOT i.indisunique AND NOT i.indisexclusion`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  await load();
  for (const { made } of rows) await client.query(made);
}
