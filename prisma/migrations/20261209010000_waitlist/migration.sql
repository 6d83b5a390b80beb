-- People wait for an earlier time. What opens is offered to one after the other: an offer is a hold, so that the exclusion
-- constraints protect it (docs/decisions/0061).

CREATE TYPE "WaitlistEntryStatus" AS ENUM ('WAITING', 'OFFERED', 'FULFILLED', 'LEFT', 'EXPIRED');
CREATE TYPE "WaitlistOfferStatus" AS ENUM ('OPEN', 'ACCEPTED', 'DECLINED', 'LAPSED', 'WITHDRAWN');

CREATE TABLE "WaitlistEntry" (
  "id" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "doctorId" uuid,
  "hospitalId" uuid,
  "specialtyId" uuid,
  "serviceId" uuid,
  "appointmentId" uuid,
  "fromOn" date NOT NULL,
  "toOn" date NOT NULL,
  "weekdays" smallint[] NOT NULL DEFAULT '{}',
  "startMinute" smallint NOT NULL DEFAULT 0,
  "endMinute" smallint NOT NULL DEFAULT 1440,
  "overAt" timestamptz(3) NOT NULL,
  "status" "WaitlistEntryStatus" NOT NULL DEFAULT 'WAITING',
  "joinedById" uuid NOT NULL,
  "version" integer NOT NULL DEFAULT 1,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "endedAt" timestamptz(3),
  CONSTRAINT "WaitlistEntry_pkey" PRIMARY KEY ("id"),
  -- A doctor, or any of a specialty or for a service at a hospital.
  CONSTRAINT "WaitlistEntry_target" CHECK (
    CASE WHEN "doctorId" IS NOT NULL THEN "specialtyId" IS NULL
      ELSE "hospitalId" IS NOT NULL AND ("specialtyId" IS NOT NULL OR "serviceId" IS NOT NULL) END),
  CONSTRAINT "WaitlistEntry_dates" CHECK ("fromOn" <= "toOn"),
  CONSTRAINT "WaitlistEntry_weekdays" CHECK ("weekdays" <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[] AND cardinality("weekdays") <= 7),
  CONSTRAINT "WaitlistEntry_hours" CHECK ("startMinute" >= 0 AND "startMinute" < "endMinute" AND "endMinute" <= 1440),
  CONSTRAINT "WaitlistEntry_ended" CHECK (("endedAt" IS NULL) = ("status" IN ('WAITING', 'OFFERED')))
);
CREATE UNIQUE INDEX "WaitlistEntry_one_per_target" ON "WaitlistEntry" ("patientId", "doctorId", "hospitalId", "specialtyId", "serviceId")
  NULLS NOT DISTINCT WHERE "status" IN ('WAITING', 'OFFERED');
CREATE UNIQUE INDEX "WaitlistEntry_one_per_visit" ON "WaitlistEntry" ("appointmentId") WHERE "status" IN ('WAITING', 'OFFERED');
CREATE INDEX "WaitlistEntry_patientId_createdAt_id_idx" ON "WaitlistEntry" ("patientId", "createdAt", "id");
CREATE INDEX "WaitlistEntry_doctorId_createdAt_id_idx" ON "WaitlistEntry" ("doctorId", "createdAt", "id");
CREATE INDEX "WaitlistEntry_hospitalId_createdAt_id_idx" ON "WaitlistEntry" ("hospitalId", "createdAt", "id");
CREATE INDEX "WaitlistEntry_of_doctor" ON "WaitlistEntry" ("doctorId") WHERE "status" IN ('WAITING', 'OFFERED');
CREATE INDEX "WaitlistEntry_of_hospital" ON "WaitlistEntry" ("hospitalId") WHERE "status" IN ('WAITING', 'OFFERED');
CREATE INDEX "WaitlistEntry_to_end" ON "WaitlistEntry" ("overAt") WHERE "status" IN ('WAITING', 'OFFERED');

CREATE TABLE "WaitlistOffer" (
  "id" uuid NOT NULL,
  "entryId" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "doctorId" uuid NOT NULL,
  "hospitalId" uuid,
  "holdId" uuid,
  "startsAt" timestamptz(3) NOT NULL,
  "endsAt" timestamptz(3) NOT NULL,
  "expiresAt" timestamptz(3) NOT NULL,
  "status" "WaitlistOfferStatus" NOT NULL DEFAULT 'OPEN',
  "bookedId" uuid,
  "replacedStartsAt" timestamptz(3),
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "endedAt" timestamptz(3),
  CONSTRAINT "WaitlistOffer_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "WaitlistOffer_span" CHECK ("startsAt" < "endsAt" AND "expiresAt" <= "startsAt"),
  CONSTRAINT "WaitlistOffer_earlier" CHECK ("replacedStartsAt" > "startsAt"),
  CONSTRAINT "WaitlistOffer_booked" CHECK ("status" = 'ACCEPTED' OR ("bookedId" IS NULL AND "replacedStartsAt" IS NULL)),
  CONSTRAINT "WaitlistOffer_ended" CHECK (("endedAt" IS NULL) = ("status" = 'OPEN'))
);
CREATE UNIQUE INDEX "WaitlistOffer_holdId_key" ON "WaitlistOffer" ("holdId");
CREATE UNIQUE INDEX "WaitlistOffer_no_time_twice" ON "WaitlistOffer" ("patientId", "doctorId", "startsAt");
CREATE UNIQUE INDEX "WaitlistOffer_one_per_time" ON "WaitlistOffer" ("doctorId", "startsAt") WHERE "status" = 'OPEN';
CREATE UNIQUE INDEX "WaitlistOffer_one_per_entry" ON "WaitlistOffer" ("entryId") WHERE "status" = 'OPEN';
CREATE UNIQUE INDEX "WaitlistOffer_one_per_patient_and_doctor" ON "WaitlistOffer" ("patientId", "doctorId") WHERE "status" = 'OPEN';
CREATE INDEX "WaitlistOffer_to_lapse" ON "WaitlistOffer" ("expiresAt") WHERE "status" = 'OPEN';
CREATE INDEX "WaitlistOffer_entryId_createdAt_idx" ON "WaitlistOffer" ("entryId", "createdAt");
CREATE INDEX "WaitlistOffer_doctorId_createdAt_idx" ON "WaitlistOffer" ("doctorId", "createdAt");
CREATE INDEX "WaitlistOffer_hospitalId_createdAt_idx" ON "WaitlistOffer" ("hospitalId", "createdAt");
CREATE INDEX "WaitlistOffer_bookedId_idx" ON "WaitlistOffer" ("bookedId");

ALTER TABLE "WaitlistEntry"
  ADD CONSTRAINT "WaitlistEntry_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "WaitlistEntry_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "WaitlistEntry_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "WaitlistEntry_specialtyId_fkey" FOREIGN KEY ("specialtyId") REFERENCES "Specialty" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "WaitlistEntry_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "WaitlistEntry_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "Appointment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "WaitlistEntry_joinedById_fkey" FOREIGN KEY ("joinedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WaitlistOffer"
  ADD CONSTRAINT "WaitlistOffer_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "WaitlistEntry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "WaitlistOffer_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "WaitlistOffer_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "WaitlistOffer_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "WaitlistOffer_holdId_fkey" FOREIGN KEY ("holdId") REFERENCES "Appointment" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "WaitlistOffer_bookedId_fkey" FOREIGN KEY ("bookedId") REFERENCES "Appointment" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ───────────────────────────── a hold of no account's ─────────────────────────────

-- A hold without an account is the platform's, for an offer: no one's own holds end it, and no quota counts it.
ALTER TABLE "Appointment" DROP CONSTRAINT "Appointment_hold_expires";
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_hold_expires" CHECK ("status" <> 'HELD' OR "holdExpiresAt" IS NOT NULL);

-- ───────────────────────────── the steps ─────────────────────────────

-- As WAITLIST_LIFE_CYCLE and OFFER_LIFE_CYCLE declare them. What was asked for and what was offered never change.
CREATE FUNCTION "waitlist_entry_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."status" <> NEW."status" AND NOT (
    (OLD."status" = 'WAITING' AND NEW."status" IN ('OFFERED', 'LEFT', 'EXPIRED')) OR
    (OLD."status" = 'OFFERED' AND NEW."status" IN ('WAITING', 'FULFILLED', 'LEFT', 'EXPIRED'))
  ) THEN
    RAISE EXCEPTION 'a waitlist entry cannot go from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."version" <> OLD."version" + 1 THEN
    RAISE EXCEPTION 'every change of a waitlist entry raises its version by one' USING ERRCODE = 'check_violation';
  END IF;
  IF to_jsonb(NEW) - ARRAY['status', 'version', 'endedAt'] <> to_jsonb(OLD) - ARRAY['status', 'version', 'endedAt'] THEN
    RAISE EXCEPTION 'what is waited for never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "WaitlistEntry_guard" BEFORE UPDATE ON "WaitlistEntry" FOR EACH ROW EXECUTE FUNCTION "waitlist_entry_guard"();

CREATE FUNCTION "waitlist_offer_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- A removed appointment leaves the offer as it was.
  IF OLD."status" = NEW."status" AND to_jsonb(NEW) - ARRAY['holdId', 'bookedId'] = to_jsonb(OLD) - ARRAY['holdId', 'bookedId'] THEN
    RETURN NEW;
  END IF;
  IF OLD."status" <> 'OPEN' OR NEW."status" = 'OPEN' THEN
    RAISE EXCEPTION 'an offer cannot go from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  IF to_jsonb(NEW) - ARRAY['status', 'endedAt', 'bookedId', 'replacedStartsAt']
     <> to_jsonb(OLD) - ARRAY['status', 'endedAt', 'bookedId', 'replacedStartsAt'] THEN
    RAISE EXCEPTION 'what was offered never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "WaitlistOffer_guard" BEFORE UPDATE ON "WaitlistOffer" FOR EACH ROW EXECUTE FUNCTION "waitlist_offer_guard"();

-- At the end of every transaction: OFFERED is an entry with an open offer, and no other.
CREATE FUNCTION "waitlist_in_step"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  entry CONSTANT uuid := coalesce(to_jsonb(NEW) ->> 'entryId', to_jsonb(NEW) ->> 'id')::uuid;
BEGIN
  IF (SELECT e."status" = 'OFFERED' FROM "WaitlistEntry" e WHERE e."id" = entry)
     <> EXISTS (SELECT FROM "WaitlistOffer" o WHERE o."entryId" = entry AND o."status" = 'OPEN') THEN
    RAISE EXCEPTION 'a waitlist entry is offered a time exactly as long as an offer is open' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "WaitlistEntry_in_step" AFTER INSERT OR UPDATE ON "WaitlistEntry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "waitlist_in_step"();
CREATE CONSTRAINT TRIGGER "WaitlistOffer_in_step" AFTER INSERT OR UPDATE ON "WaitlistOffer"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "waitlist_in_step"();

-- ───────────────────────────── two records of one person ─────────────────────────────

-- An entry of a record that is merged away ends.
INSERT INTO "PatientReference" ("tableName", "position", "handling") VALUES ('WaitlistEntry', 61, 'STAYS'), ('WaitlistOffer', 62, 'STAYS');
SELECT "cover_patient_references"();

-- ───────────────────────────── notifications ─────────────────────────────

-- What is offered is read among the appointments. The kind is a function now, which a later kind of notification replaces.
CREATE FUNCTION "notification_kind"(type text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE split_part(type, '.', 1)
    WHEN 'appointment' THEN 'VISITS' WHEN 'conversation' THEN 'VISITS' WHEN 'answers' THEN 'VISITS' WHEN 'waitlist' THEN 'VISITS'
    WHEN 'bed-booking' THEN 'STAYS' WHEN 'ambulance-booking' THEN 'STAYS'
    WHEN 'patient' THEN 'FAMILY' WHEN 'patient-access' THEN 'FAMILY' WHEN 'family-invitation' THEN 'FAMILY'
    WHEN 'encounter' THEN 'RECORDS' WHEN 'prescription' THEN 'RECORDS' WHEN 'record-grant' THEN 'RECORDS'
    WHEN 'record-link' THEN 'RECORDS' WHEN 'emergency-access' THEN 'RECORDS'
    ELSE 'OTHER' END;
ALTER TABLE "Notification" DROP COLUMN "kind";
ALTER TABLE "Notification" ADD COLUMN "kind" text GENERATED ALWAYS AS ("notification_kind"("type")) STORED;
CREATE INDEX "Notification_userId_kind_createdAt_id_idx" ON "Notification" ("userId", "kind", "createdAt", "id");
