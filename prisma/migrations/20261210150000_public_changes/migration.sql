-- What everyone sees has changed: written by triggers in the transaction that changes it, so that no writer can forget to,
-- and read before any kept page is shown (lib/platform/shared-pages). Rows are only added: those who write never wait for
-- each other. By its transaction a reader tells what it has not seen, in whatever order transactions end.
CREATE TABLE "PublicChange" (
    "position" BIGSERIAL NOT NULL,
    "txid" BIGINT NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    "tag" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PublicChange_pkey" PRIMARY KEY ("position")
);
CREATE INDEX "PublicChange_txid_idx" ON "PublicChange"("txid");
CREATE INDEX "PublicChange_changedAt_idx" ON "PublicChange" USING brin ("changedAt");

-- Names, addresses, the catalogue, who works where: on many pages, and changed a few times an hour.
CREATE FUNCTION "note_directory_change"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "PublicChange" ("tag") VALUES ('directory');
  RETURN NULL;
END $$;

CREATE TRIGGER "Hospital_public" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Hospital"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_directory_change"();
CREATE TRIGGER "Department_public" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Department"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_directory_change"();
CREATE TRIGGER "Specialty_public" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Specialty"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_directory_change"();
CREATE TRIGGER "Service_public" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Service"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_directory_change"();
CREATE TRIGGER "DoctorSpecialty_public" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "DoctorSpecialty"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_directory_change"();
CREATE TRIGGER "DoctorService_public" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "DoctorService"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_directory_change"();
CREATE TRIGGER "Affiliation_public" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Affiliation"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_directory_change"();
CREATE TRIGGER "Doctor_public" AFTER INSERT OR DELETE OR TRUNCATE ON "Doctor"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_directory_change"();

-- The next available time decides the order of lists, and changes with many bookings; the rest of a doctor seldom does.
CREATE FUNCTION "note_doctor_update"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "PublicChange" ("tag")
    SELECT 'order' WHERE EXISTS (
      SELECT 1 FROM "after" a JOIN "before" b USING ("id") WHERE a."nextSlotAt" IS DISTINCT FROM b."nextSlotAt")
    UNION ALL
    SELECT 'directory' WHERE EXISTS (
      SELECT 1 FROM "after" a LEFT JOIN "before" b USING ("id")
      WHERE to_jsonb(a) - '{nextSlotAt,nextSlotCheckedAt}'::text[] IS DISTINCT FROM to_jsonb(b) - '{nextSlotAt,nextSlotCheckedAt}'::text[]);
  RETURN NULL;
END $$;
CREATE TRIGGER "Doctor_public_update" AFTER UPDATE ON "Doctor" REFERENCING OLD TABLE AS "before" NEW TABLE AS "after"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_doctor_update"();

-- A doctor's times: hours, and what takes them. Each doctor has a tag of their own.
CREATE FUNCTION "note_times_change"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO "PublicChange" ("tag") VALUES ('doctor:' || OLD."doctorId");
  END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW."doctorId" <> OLD."doctorId") THEN
    INSERT INTO "PublicChange" ("tag") VALUES ('doctor:' || NEW."doctorId");
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Appointment_public" AFTER INSERT OR DELETE ON "Appointment"
  FOR EACH ROW EXECUTE FUNCTION "note_times_change"();
CREATE TRIGGER "Appointment_public_update" AFTER UPDATE ON "Appointment" FOR EACH ROW
  WHEN ((OLD."doctorId", OLD."scheduleId", OLD."startsAt", OLD."endsAt", OLD."status", OLD."holdExpiresAt")
    IS DISTINCT FROM (NEW."doctorId", NEW."scheduleId", NEW."startsAt", NEW."endsAt", NEW."status", NEW."holdExpiresAt"))
  EXECUTE FUNCTION "note_times_change"();
CREATE TRIGGER "Schedule_public" AFTER INSERT OR UPDATE OR DELETE ON "Schedule"
  FOR EACH ROW EXECUTE FUNCTION "note_times_change"();
-- Who has hours where also says what can be waited for at a hospital, and whether a doctor has a practice.
CREATE TRIGGER "Schedule_public_places" AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE OF "doctorId", "hospitalId", "closedAt", "timeZone" ON "Schedule"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_directory_change"();

-- What a hospital has free now.
CREATE FUNCTION "note_capacity_change"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "PublicChange" ("tag")
    SELECT DISTINCT 'hospital:' || h FROM unnest(ARRAY[
      CASE WHEN TG_OP <> 'INSERT' THEN OLD."hospitalId" END,
      CASE WHEN TG_OP <> 'DELETE' THEN NEW."hospitalId" END]) AS h WHERE h IS NOT NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER "Ward_public" AFTER INSERT OR UPDATE OR DELETE ON "Ward"
  FOR EACH ROW EXECUTE FUNCTION "note_capacity_change"();
CREATE TRIGGER "Bed_public" AFTER INSERT OR UPDATE OR DELETE ON "Bed"
  FOR EACH ROW EXECUTE FUNCTION "note_capacity_change"();
CREATE TRIGGER "BedBooking_public" AFTER INSERT OR UPDATE OR DELETE ON "BedBooking"
  FOR EACH ROW EXECUTE FUNCTION "note_capacity_change"();
CREATE TRIGGER "WardClosure_public" AFTER INSERT OR UPDATE OR DELETE ON "WardClosure"
  FOR EACH ROW EXECUTE FUNCTION "note_capacity_change"();
CREATE TRIGGER "Ambulance_public" AFTER INSERT OR UPDATE OR DELETE ON "Ambulance"
  FOR EACH ROW EXECUTE FUNCTION "note_capacity_change"();
CREATE TRIGGER "AmbulanceBooking_public" AFTER INSERT OR UPDATE OR DELETE ON "AmbulanceBooking"
  FOR EACH ROW EXECUTE FUNCTION "note_capacity_change"();

CREATE TRIGGER "WardClosureBed_public" AFTER INSERT OR UPDATE OR DELETE ON "WardClosureBed"
  FOR EACH ROW EXECUTE FUNCTION "note_capacity_change"();
