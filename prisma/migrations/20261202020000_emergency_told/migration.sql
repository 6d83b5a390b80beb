-- A patient without an account whose record was opened in an emergency is told by letter or phone, and an administrator notes it.
ALTER TABLE "EmergencyAccess"
  ADD COLUMN "toldAt" timestamptz(3),
  ADD COLUMN "toldById" uuid,
  ADD CONSTRAINT "EmergencyAccess_told" CHECK (num_nulls("toldAt", "toldById") IN (0, 2)),
  ADD CONSTRAINT "EmergencyAccess_toldById_fkey" FOREIGN KEY ("toldById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Once, by administrators for themselves, and never about what they opened themselves.
CREATE FUNCTION "emergency_told_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."toldAt" IS NOT NULL THEN
      RAISE EXCEPTION 'who opens a record notes nothing else' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF (NEW."toldAt", NEW."toldById") IS DISTINCT FROM (OLD."toldAt", OLD."toldById") THEN
    IF OLD."toldAt" IS NOT NULL THEN
      RAISE EXCEPTION 'that a patient was told is noted once' USING ERRCODE = 'check_violation';
    END IF;
    IF NOT ("acts_as_administrator"() AND NEW."toldById" = "acting_user"() AND NEW."doctorId" IS DISTINCT FROM "acting_doctor"()) THEN
      RAISE EXCEPTION 'administrators note it, and never about what they opened themselves' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "EmergencyAccess_told_guard" BEFORE INSERT OR UPDATE ON "EmergencyAccess"
  FOR EACH ROW EXECUTE FUNCTION "emergency_told_guard"();
