-- What people write when they book, decline or cancel moves out of the bookings, which many may count and list, into tables
-- of its own under row-level security (docs/decisions/0056).

CREATE TYPE "BookingTextKind" AS ENUM ('REASON', 'STATUS_REASON');

CREATE TABLE "AppointmentText" (
  "appointmentId" uuid NOT NULL,
  "kind" "BookingTextKind" NOT NULL,
  "text" text NOT NULL,
  CONSTRAINT "AppointmentText_pkey" PRIMARY KEY ("appointmentId", "kind"),
  CONSTRAINT "AppointmentText_text" CHECK ("text" <> '')
);
CREATE TABLE "BedBookingText" (
  "bookingId" uuid NOT NULL,
  "kind" "BookingTextKind" NOT NULL,
  "text" text NOT NULL,
  CONSTRAINT "BedBookingText_pkey" PRIMARY KEY ("bookingId", "kind"),
  CONSTRAINT "BedBookingText_text" CHECK ("text" <> '')
);

INSERT INTO "AppointmentText" ("appointmentId", "kind", "text")
  SELECT a."id", t."kind"::"BookingTextKind", t."text"
  FROM "Appointment" a CROSS JOIN LATERAL (VALUES ('REASON', a."reason"), ('STATUS_REASON', a."statusReason")) AS t("kind", "text")
  WHERE t."text" <> '';
INSERT INTO "BedBookingText" ("bookingId", "kind", "text")
  SELECT b."id", t."kind"::"BookingTextKind", t."text"
  FROM "BedBooking" b CROSS JOIN LATERAL (VALUES ('REASON', b."reason"), ('STATUS_REASON', b."statusReason")) AS t("kind", "text")
  WHERE t."text" <> '';

ALTER TABLE "AppointmentText" ADD CONSTRAINT "AppointmentText_appointmentId_fkey"
  FOREIGN KEY ("appointmentId") REFERENCES "Appointment" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "BedBookingText" ADD CONSTRAINT "BedBookingText_bookingId_fkey"
  FOREIGN KEY ("bookingId") REFERENCES "BedBooking" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Appointment" DROP COLUMN "reason", DROP COLUMN "statusReason";
ALTER TABLE "BedBooking" DROP COLUMN "reason", DROP COLUMN "statusReason";

-- ───────────────────────────── row-level security ─────────────────────────────

-- The patients whose appointments the acting user sees now, and those they book for; and the hospital whose desk they are at.
CREATE FUNCTION "seen_patients"() RETURNS uuid[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(a."patientId"), '{}') FROM "PatientAccessNow" a WHERE a."userId" = "acting_user"()
$$;
CREATE FUNCTION "booked_patients"() RETURNS uuid[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(a."patientId"), '{}') FROM "PatientAccessNow" a WHERE a."canBook" AND a."userId" = "acting_user"()
$$;
CREATE FUNCTION "staffed_hospitals"() RETURNS uuid[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(s."hospitalId"), '{}') FROM "HospitalStaff" s WHERE s."userId" = "acting_user"()
$$;

-- As lib/domain/appointments/policy.ts says: the doctor, the desk of the hospital and the patient's side, who write where they
-- book. There is no policy to change or remove: what was said stays.
ALTER TABLE "AppointmentText" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "text_read" ON "AppointmentText" FOR SELECT USING (EXISTS (
  SELECT FROM "Appointment" a WHERE a."id" = "appointmentId" AND a."holdExpiresAt" IS NULL AND (
    a."doctorId" = (SELECT "acting_doctor"())
    OR a."hospitalId" = ANY ((SELECT "staffed_hospitals"())::uuid[])
    OR a."patientId" = ANY ((SELECT "seen_patients"())::uuid[]))));
CREATE POLICY "text_write" ON "AppointmentText" FOR INSERT WITH CHECK (EXISTS (
  SELECT FROM "Appointment" a WHERE a."id" = "appointmentId" AND a."holdExpiresAt" IS NULL AND (
    a."doctorId" = (SELECT "acting_doctor"())
    OR a."hospitalId" = ANY ((SELECT "staffed_hospitals"())::uuid[])
    OR a."patientId" = ANY ((SELECT "booked_patients"())::uuid[]))));

-- As lib/domain/beds/policy.ts says: the hospital's desk, and those who book for the patient.
ALTER TABLE "BedBookingText" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "text_read" ON "BedBookingText" FOR SELECT USING (EXISTS (
  SELECT FROM "BedBooking" b WHERE b."id" = "bookingId" AND (
    b."hospitalId" = ANY ((SELECT "staffed_hospitals"())::uuid[])
    OR b."patientId" = ANY ((SELECT "booked_patients"())::uuid[]))));
CREATE POLICY "text_write" ON "BedBookingText" FOR INSERT WITH CHECK (EXISTS (
  SELECT FROM "BedBooking" b WHERE b."id" = "bookingId" AND (
    b."hospitalId" = ANY ((SELECT "staffed_hospitals"())::uuid[])
    OR b."patientId" = ANY ((SELECT "booked_patients"())::uuid[]))));
-- Whoever cancels an ambulance call, a caller without an account too, releases the bed that was kept for it; why, the
-- platform says.
CREATE POLICY "text_release" ON "BedBookingText" FOR INSERT WITH CHECK (
  "kind" = 'STATUS_REASON' AND EXISTS (
    SELECT FROM "AmbulanceBooking" c
    WHERE c."bedBookingId" = "bookingId" AND c."completedAt" IS NULL AND c."endedAt" IS NULL));
