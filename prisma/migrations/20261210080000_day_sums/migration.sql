-- Sums of a day (docs/decisions/0074). Triggers mark the days that a change concerns, in its own transaction; the worker recounts
-- marked days within seconds. PostgreSQL makes no local times: the application knows which day of the place an instant is in.

-- CreateEnum
CREATE TYPE "DayPart" AS ENUM ('ALL', 'HOUR', 'LEAD', 'REMINDED');
CREATE TYPE "DayMarkKind" AS ENUM ('VISITS', 'STAYS', 'CALLS');

-- CreateTable
CREATE TABLE "DayMark" (
    "id" BIGSERIAL NOT NULL,
    "kind" "DayMarkKind" NOT NULL,
    "doctorId" UUID,
    "hospitalId" UUID,
    "at" TIMESTAMPTZ(3),
    "day" DATE,

    CONSTRAINT "DayMark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VisitDay" (
    "id" BIGSERIAL NOT NULL,
    "hospitalId" UUID,
    "doctorId" UUID,
    "day" DATE NOT NULL,
    "part" "DayPart" NOT NULL,
    "key" SMALLINT NOT NULL DEFAULT 0,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "confirmed" INTEGER NOT NULL DEFAULT 0,
    "checkedIn" INTEGER NOT NULL DEFAULT 0,
    "inProgress" INTEGER NOT NULL DEFAULT 0,
    "completed" INTEGER NOT NULL DEFAULT 0,
    "declined" INTEGER NOT NULL DEFAULT 0,
    "cancelled" INTEGER NOT NULL DEFAULT 0,
    "expired" INTEGER NOT NULL DEFAULT 0,
    "noShow" INTEGER NOT NULL DEFAULT 0,
    "left" INTEGER NOT NULL DEFAULT 0,
    "attending" INTEGER NOT NULL DEFAULT 0,
    "leadMinutes" BIGINT NOT NULL DEFAULT 0,
    "waited" INTEGER NOT NULL DEFAULT 0,
    "waitedLong" INTEGER NOT NULL DEFAULT 0,
    "waitSeconds" BIGINT NOT NULL DEFAULT 0,
    "bookedMinutes" BIGINT NOT NULL DEFAULT 0,
    "cameMinutes" BIGINT NOT NULL DEFAULT 0,
    "offeredMinutes" BIGINT NOT NULL DEFAULT 0,
    "offers" INTEGER NOT NULL DEFAULT 0,
    "offersTaken" INTEGER NOT NULL DEFAULT 0,
    "filledMinutes" BIGINT NOT NULL DEFAULT 0,
    "earlierMinutes" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "VisitDay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StayDay" (
    "id" BIGSERIAL NOT NULL,
    "hospitalId" UUID,
    "wardId" UUID,
    "day" DATE NOT NULL,
    "came" INTEGER NOT NULL DEFAULT 0,
    "cameSeconds" BIGINT NOT NULL DEFAULT 0,
    "went" INTEGER NOT NULL DEFAULT 0,
    "wentSeconds" BIGINT NOT NULL DEFAULT 0,
    "admitted" INTEGER NOT NULL DEFAULT 0,
    "discharged" INTEGER NOT NULL DEFAULT 0,
    "staySeconds" BIGINT NOT NULL DEFAULT 0,
    "turned" INTEGER NOT NULL DEFAULT 0,
    "emptySeconds" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "StayDay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallDay" (
    "id" BIGSERIAL NOT NULL,
    "hospitalId" UUID,
    "day" DATE NOT NULL,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "completed" INTEGER NOT NULL DEFAULT 0,
    "cancelled" INTEGER NOT NULL DEFAULT 0,
    "dispatched" INTEGER NOT NULL DEFAULT 0,
    "dispatchSeconds" BIGINT NOT NULL DEFAULT 0,
    "reached" INTEGER NOT NULL DEFAULT 0,
    "reachSeconds" BIGINT NOT NULL DEFAULT 0,
    "withinEight" INTEGER NOT NULL DEFAULT 0,
    "withinFifteen" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "CallDay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfferedDay" (
    "id" BIGSERIAL NOT NULL,
    "doctorId" UUID NOT NULL,
    "hospitalId" UUID,
    "day" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "OfferedDay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderSent" (
    "appointmentId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReminderSent_pkey" PRIMARY KEY ("appointmentId")
);

-- AddForeignKey
ALTER TABLE "VisitDay" ADD CONSTRAINT "VisitDay_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "VisitDay" ADD CONSTRAINT "VisitDay_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "StayDay" ADD CONSTRAINT "StayDay_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "StayDay" ADD CONSTRAINT "StayDay_wardId_fkey" FOREIGN KEY ("wardId") REFERENCES "Ward"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CallDay" ADD CONSTRAINT "CallDay_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "OfferedDay" ADD CONSTRAINT "OfferedDay_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "OfferedDay" ADD CONSTRAINT "OfferedDay_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ReminderSent" ADD CONSTRAINT "ReminderSent_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "Appointment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE UNIQUE INDEX "VisitDay_one" ON "VisitDay" ("hospitalId", "doctorId", "part", "day", "key") NULLS NOT DISTINCT;
CREATE INDEX "VisitDay_doctorId_day_idx" ON "VisitDay" ("doctorId", "day");
CREATE UNIQUE INDEX "StayDay_one" ON "StayDay" ("hospitalId", "day", "wardId") NULLS NOT DISTINCT;
CREATE INDEX "StayDay_wardId_idx" ON "StayDay" ("wardId");
CREATE UNIQUE INDEX "CallDay_one" ON "CallDay" ("hospitalId", "day") NULLS NOT DISTINCT;
CREATE UNIQUE INDEX "OfferedDay_one" ON "OfferedDay" ("doctorId", "hospitalId", "day") NULLS NOT DISTINCT;
CREATE INDEX "OfferedDay_hospitalId_idx" ON "OfferedDay" ("hospitalId");
CREATE INDEX "WaitlistOffer_doctorId_startsAt_idx" ON "WaitlistOffer" ("doctorId", "startsAt");

-- ───────────────────────────── by hand ─────────────────────────────

-- A hospital's doctors, compared with each other.
CREATE INDEX "VisitDay_by_doctor" ON "VisitDay" ("hospitalId", "day") WHERE "part" = 'ALL' AND "doctorId" IS NOT NULL;

ALTER TABLE "DayMark" ADD CONSTRAINT "DayMark_owner" CHECK (num_nonnulls("doctorId", "hospitalId") > 0);

-- Marks have no key that two could share, so no one who writes one waits for another. Holds are no appointments.
CREATE FUNCTION "mark_visit"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'DELETE' AND NEW."holdExpiresAt" IS NULL THEN
    INSERT INTO "DayMark" ("kind", "doctorId", "hospitalId", "at") VALUES ('VISITS', NEW."doctorId", NEW."hospitalId", NEW."startsAt");
  END IF;
  IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND OLD."holdExpiresAt" IS NULL
    AND (OLD."doctorId", OLD."hospitalId", OLD."startsAt", NEW."holdExpiresAt") IS DISTINCT FROM (NEW."doctorId", NEW."hospitalId", NEW."startsAt", NULL::timestamptz) THEN
    INSERT INTO "DayMark" ("kind", "doctorId", "hospitalId", "at") VALUES ('VISITS', OLD."doctorId", OLD."hospitalId", OLD."startsAt");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Appointment_day_new" AFTER INSERT ON "Appointment" FOR EACH ROW
  WHEN (NEW."holdExpiresAt" IS NULL) EXECUTE FUNCTION "mark_visit"();
CREATE TRIGGER "Appointment_day_changed" AFTER UPDATE ON "Appointment" FOR EACH ROW
  WHEN ((OLD."holdExpiresAt" IS NULL OR NEW."holdExpiresAt" IS NULL)
    AND (OLD."doctorId", OLD."hospitalId", OLD."startsAt", OLD."endsAt", OLD."status", OLD."holdExpiresAt", OLD."isWalkIn", OLD."createdAt",
         OLD."checkedInAt", OLD."startedAt", OLD."attendanceConfirmedAt")
      IS DISTINCT FROM (NEW."doctorId", NEW."hospitalId", NEW."startsAt", NEW."endsAt", NEW."status", NEW."holdExpiresAt", NEW."isWalkIn", NEW."createdAt",
         NEW."checkedInAt", NEW."startedAt", NEW."attendanceConfirmedAt"))
  EXECUTE FUNCTION "mark_visit"();
CREATE TRIGGER "Appointment_day_gone" AFTER DELETE ON "Appointment" FOR EACH ROW
  WHEN (OLD."holdExpiresAt" IS NULL) EXECUTE FUNCTION "mark_visit"();

CREATE FUNCTION "mark_offer"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO "DayMark" ("kind", "doctorId", "hospitalId", "at") VALUES ('VISITS', OLD."doctorId", OLD."hospitalId", OLD."startsAt");
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "DayMark" ("kind", "doctorId", "hospitalId", "at") VALUES ('VISITS', NEW."doctorId", NEW."hospitalId", NEW."startsAt");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "WaitlistOffer_day" AFTER INSERT OR DELETE OR UPDATE OF "status", "doctorId", "hospitalId", "startsAt", "endsAt", "replacedStartsAt" ON "WaitlistOffer"
  FOR EACH ROW EXECUTE FUNCTION "mark_offer"();

CREATE FUNCTION "mark_offered"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO "DayMark" ("kind", "doctorId", "hospitalId", "day") VALUES ('VISITS', OLD."doctorId", OLD."hospitalId", OLD."day");
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "DayMark" ("kind", "doctorId", "hospitalId", "day") VALUES ('VISITS', NEW."doctorId", NEW."hospitalId", NEW."day");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "OfferedDay_day" AFTER INSERT OR UPDATE OR DELETE ON "OfferedDay" FOR EACH ROW EXECUTE FUNCTION "mark_offered"();

-- Messages are removed after a year; that an appointment's patient was reminded stays. The key of the message has the time it was about.
CREATE FUNCTION "note_reminder"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "ReminderSent" AS r ("appointmentId", "startsAt")
  SELECT a."id", substring(NEW."key" FROM 47 FOR 24)::timestamptz FROM "Appointment" a
  WHERE a."id" = substring(NEW."about" FROM 13)::uuid
  ON CONFLICT ("appointmentId") DO UPDATE SET "startsAt" = EXCLUDED."startsAt" WHERE r."startsAt" <> EXCLUDED."startsAt";
  RETURN NULL;
END $$;
CREATE TRIGGER "Message_reminder_sent" AFTER UPDATE OF "state" ON "Message" FOR EACH ROW
  WHEN (NEW."state" = 'SENT' AND OLD."state" <> 'SENT' AND NEW."reason" = 'appointment.reminded' AND NEW."about" LIKE 'appointment:%')
  EXECUTE FUNCTION "note_reminder"();

CREATE FUNCTION "mark_reminder"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "DayMark" ("kind", "doctorId", "hospitalId", "at")
  SELECT 'VISITS', a."doctorId", a."hospitalId", a."startsAt" FROM "Appointment" a WHERE a."id" = CASE TG_OP WHEN 'DELETE' THEN OLD."appointmentId" ELSE NEW."appointmentId" END;
  RETURN NULL;
END $$;
CREATE TRIGGER "ReminderSent_day" AFTER INSERT OR UPDATE OR DELETE ON "ReminderSent" FOR EACH ROW EXECUTE FUNCTION "mark_reminder"();

-- A bed is empty from one stay to the next: what ends a stay concerns the day on which the next one begins, too.
CREATE FUNCTION "mark_stay_of"(p_hospital uuid, p_bed uuid, p_starts timestamptz, p_ends timestamptz) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
  INSERT INTO "DayMark" ("kind", "hospitalId", "at")
  SELECT 'STAYS', p_hospital, t."at" FROM (VALUES (p_starts), (p_ends),
    ((SELECT min(n."startsAt") FROM "BedStay" n WHERE n."bedId" = p_bed AND n."startsAt" > p_starts))) t("at")
  WHERE t."at" IS NOT NULL;
$$;
CREATE FUNCTION "mark_stay"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM "mark_stay_of"(OLD."hospitalId", OLD."bedId", OLD."startsAt", OLD."endsAt"); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM "mark_stay_of"(NEW."hospitalId", NEW."bedId", NEW."startsAt", NEW."endsAt"); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "BedStay_day" AFTER INSERT OR UPDATE OR DELETE ON "BedStay" FOR EACH ROW EXECUTE FUNCTION "mark_stay"();
CREATE INDEX "BedStay_bed_from" ON "BedStay" ("bedId", "startsAt");

CREATE FUNCTION "mark_booking"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO "DayMark" ("kind", "hospitalId", "at")
    SELECT 'STAYS', OLD."hospitalId", t."at" FROM (VALUES (OLD."admittedAt"), (OLD."dischargedAt")) t("at") WHERE t."at" IS NOT NULL;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "DayMark" ("kind", "hospitalId", "at")
    SELECT 'STAYS', NEW."hospitalId", t."at" FROM (VALUES (NEW."admittedAt"), (NEW."dischargedAt")) t("at") WHERE t."at" IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "BedBooking_day" AFTER INSERT OR DELETE OR UPDATE OF "hospitalId", "admittedAt", "dischargedAt" ON "BedBooking"
  FOR EACH ROW EXECUTE FUNCTION "mark_booking"();
-- For the day's admissions.
CREATE INDEX "BedBooking_admitted" ON "BedBooking" ("hospitalId", "admittedAt") WHERE "admittedAt" IS NOT NULL;

CREATE FUNCTION "mark_call"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD."hospitalId" IS NOT NULL THEN
    INSERT INTO "DayMark" ("kind", "hospitalId", "at") VALUES ('CALLS', OLD."hospitalId", OLD."createdAt");
  END IF;
  IF TG_OP <> 'DELETE' AND NEW."hospitalId" IS NOT NULL THEN
    INSERT INTO "DayMark" ("kind", "hospitalId", "at") VALUES ('CALLS', NEW."hospitalId", NEW."createdAt");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "AmbulanceBooking_day" AFTER INSERT OR DELETE OR UPDATE OF "hospitalId", "createdAt", "status", "dispatchedAt", "onSceneAt" ON "AmbulanceBooking"
  FOR EACH ROW EXECUTE FUNCTION "mark_call"();

-- A mark without a day: everything of that doctor or hospital. In another zone the same instants are in other days.
CREATE FUNCTION "mark_zone"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'Doctor' THEN
    INSERT INTO "DayMark" ("kind", "doctorId") VALUES ('VISITS', NEW."id");
  ELSE
    INSERT INTO "DayMark" ("kind", "hospitalId") SELECT k, NEW."id" FROM unnest(ARRAY['STAYS', 'CALLS']::"DayMarkKind"[]) k;
    INSERT INTO "DayMark" ("kind", "doctorId") SELECT DISTINCT 'VISITS'::"DayMarkKind", a."doctorId" FROM "Affiliation" a WHERE a."hospitalId" = NEW."id";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Doctor_day_zone" AFTER UPDATE OF "timeZone" ON "Doctor" FOR EACH ROW WHEN (OLD."timeZone" <> NEW."timeZone") EXECUTE FUNCTION "mark_zone"();
CREATE TRIGGER "Hospital_day_zone" AFTER UPDATE OF "timeZone" ON "Hospital" FOR EACH ROW WHEN (OLD."timeZone" <> NEW."timeZone") EXECUTE FUNCTION "mark_zone"();

-- What there is so far is counted by the worker, afterwards.
INSERT INTO "DayMark" ("kind", "doctorId") SELECT 'VISITS', "id" FROM "Doctor";
INSERT INTO "DayMark" ("kind", "hospitalId") SELECT k, h."id" FROM "Hospital" h, unnest(ARRAY['STAYS', 'CALLS']::"DayMarkKind"[]) k;
