import type pg from "pg";

/**
 * Who and what belongs to a hospital, as temporary tables of IDs: what moves is asked for by them. Each may use those before it.
 * People and accounts move for a reason: staff, doctors of the place, patients who have been there or are expected, and who acts for
 * these or wrote to them. Of who is here only as an account, their own record is no more than a name and a date of birth.
 */
const SETS = {
  moved_hospital: `SELECT "id" FROM "Hospital" WHERE "id" = $1::uuid`,
  moved_visit: `SELECT "id" FROM "Appointment" WHERE "hospitalId" = $1::uuid`,
  moved_stay: `SELECT "id" FROM "BedBooking" WHERE "hospitalId" = $1::uuid`,
  moved_call: `SELECT "id" FROM "AmbulanceBooking" WHERE "hospitalId" = $1::uuid`,
  moved_wait: `
    SELECT "id" FROM "WaitlistEntry"
    WHERE "hospitalId" = $1::uuid OR ("hospitalId" IS NULL AND "appointmentId" IN (SELECT "id" FROM moved_visit))`,
  moved_disruption: `SELECT "id" FROM "Disruption" WHERE "hospitalId" = $1::uuid OR "hospitalIds" @> ARRAY[$1::uuid]`,
  moved_doctor: `
    SELECT "doctorId" AS "id" FROM "Affiliation" WHERE "hospitalId" = $1::uuid
    UNION SELECT "doctorId" FROM "Schedule" WHERE "hospitalId" = $1::uuid
    UNION SELECT "doctorId" FROM "Appointment" WHERE "hospitalId" = $1::uuid
    UNION SELECT "doctorId" FROM "WaitingQueue" WHERE "hospitalId" = $1::uuid
    UNION SELECT "doctorId" FROM "Encounter" WHERE "appointmentId" IN (SELECT "id" FROM moved_visit)
    UNION SELECT "doctorId" FROM "Recall" WHERE "appointmentId" IN (SELECT "id" FROM moved_visit)
    UNION SELECT "doctorId" FROM "Conversation" WHERE "appointmentId" IN (SELECT "id" FROM moved_visit)
    UNION SELECT "doctorId" FROM "OfferedDay" WHERE "hospitalId" = $1::uuid
    UNION SELECT "doctorId" FROM "WaitlistEntry" WHERE "doctorId" IS NOT NULL AND "id" IN (SELECT "id" FROM moved_wait)
    UNION SELECT "doctorId" FROM "WaitlistOffer" WHERE "hospitalId" = $1::uuid AND "entryId" IN (SELECT "id" FROM moved_wait)
    UNION SELECT "doctorId" FROM "Disruption" WHERE "doctorId" IS NOT NULL AND "id" IN (SELECT "id" FROM moved_disruption)`,
  moved_merge: `SELECT "id" FROM "PatientMerge" WHERE "hospitalId" = $1::uuid`,
  known_here: `
    SELECT "patientId" AS "id" FROM "Registration" WHERE "hospitalId" = $1::uuid
    UNION SELECT "patientId" FROM "Appointment" WHERE "hospitalId" = $1::uuid
    UNION SELECT "patientId" FROM "BedBooking" WHERE "hospitalId" = $1::uuid
    UNION SELECT "patientId" FROM "AmbulanceBooking" WHERE "hospitalId" = $1::uuid AND "patientId" IS NOT NULL
    UNION SELECT "patientId" FROM "WaitlistEntry" WHERE "id" IN (SELECT "id" FROM moved_wait)
    UNION SELECT "patientId" FROM "ToCall" WHERE "hospitalId" = $1::uuid AND "patientId" IS NOT NULL
    UNION SELECT "sourceId" FROM "PatientMerge" WHERE "hospitalId" = $1::uuid
    UNION SELECT "survivorId" FROM "PatientMerge" WHERE "hospitalId" = $1::uuid
    UNION SELECT "firstId" FROM "DifferentPeople" WHERE "hospitalId" = $1::uuid
    UNION SELECT "secondId" FROM "DifferentPeople" WHERE "hospitalId" = $1::uuid`,
  // The record that stands for one that was merged elsewhere.
  known_patient: `
    SELECT "id" FROM known_here
    UNION SELECT "mergedIntoId" FROM "Patient" WHERE "mergedIntoId" IS NOT NULL AND "id" IN (SELECT "id" FROM known_here)`,
  moved_user: `
    SELECT "userId" AS "id" FROM "HospitalStaff" WHERE "hospitalId" = $1::uuid
    UNION SELECT "userId" FROM "Doctor" WHERE "id" IN (SELECT "id" FROM moved_doctor)
    UNION SELECT "userId" FROM "PatientAccess"
      WHERE "patientId" IN (SELECT "id" FROM known_patient) AND ("expiresAt" IS NULL OR "expiresAt" > now())
    UNION SELECT "grantedById" FROM "RecordGrant"
      WHERE "patientId" IN (SELECT "id" FROM known_patient) AND "doctorId" IN (SELECT "id" FROM moved_doctor)
    UNION SELECT "authorId" FROM "Communication" WHERE "appointmentId" IN (SELECT "id" FROM moved_visit)
    UNION SELECT "userId" FROM "ConversationRead" WHERE "appointmentId" IN (SELECT "id" FROM moved_visit)
    UNION SELECT "joinedById" FROM "WaitlistEntry" WHERE "id" IN (SELECT "id" FROM moved_wait)`,
  moved_patient: `
    SELECT "id" FROM known_patient
    UNION SELECT "patientId" FROM "PatientAccess" WHERE "relation" = 'SELF' AND "userId" IN (SELECT "id" FROM moved_user)`,
  moved_questionnaire: `
    SELECT "id" FROM "Questionnaire" WHERE "hospitalId" = $1::uuid OR "doctorId" IN (SELECT "id" FROM moved_doctor)`,
  moved_service: `
    SELECT "serviceId" AS "id" FROM "Appointment" WHERE "hospitalId" = $1::uuid AND "serviceId" IS NOT NULL
    UNION SELECT "serviceId" FROM "DoctorService" WHERE "doctorId" IN (SELECT "id" FROM moved_doctor)
    UNION SELECT "serviceId" FROM "Questionnaire" WHERE "id" IN (SELECT "id" FROM moved_questionnaire)
    UNION SELECT "serviceId" FROM "WaitlistEntry" WHERE "serviceId" IS NOT NULL AND "id" IN (SELECT "id" FROM moved_wait)`,
  moved_specialty: `
    SELECT "specialtyId" AS "id" FROM "DoctorSpecialty" WHERE "doctorId" IN (SELECT "id" FROM moved_doctor)
    UNION SELECT "specialtyId" FROM "Service" WHERE "id" IN (SELECT "id" FROM moved_service)
    UNION SELECT "specialtyId" FROM "WaitlistEntry" WHERE "specialtyId" IS NOT NULL AND "id" IN (SELECT "id" FROM moved_wait)`,
} as const;

export type MovedSet = keyof typeof SETS;

/** Gathers the IDs, in the transaction whose snapshot the export is of. They go with it. */
export async function gatherSets(client: pg.ClientBase, hospitalId: string): Promise<void> {
  // What refers to rows that don't move is looked up in these for each row: they must fit.
  await client.query(`SET LOCAL work_mem = '128MB'; SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 1`);
  for (const [name, text] of Object.entries(SETS)) {
    await client.query(`CREATE TEMP TABLE ${name} ("id" uuid PRIMARY KEY) ON COMMIT DROP`);
    await client.query(`INSERT INTO ${name} ${text}`, text.includes("$1") ? [hospitalId] : []);
    await client.query(`ANALYZE ${name}`);
  }
}
