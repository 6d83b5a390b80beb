-- CreateEnum
CREATE TYPE "InvitationStatus" AS ENUM ('PENDING', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED');

-- CreateEnum
CREATE TYPE "InvitationDirection" AS ENUM ('INVITATION', 'REQUEST');

-- CreateEnum
CREATE TYPE "AmbulanceKind" AS ENUM ('BASIC', 'ADVANCED', 'ICU', 'NEONATAL');

-- CreateEnum
CREATE TYPE "AmbulanceState" AS ENUM ('IN_SERVICE', 'OUT_OF_SERVICE');

-- CreateEnum
CREATE TYPE "AmbulanceBookingStatus" AS ENUM ('REQUESTED', 'DISPATCHED', 'EN_ROUTE', 'ON_SCENE', 'TRANSPORTING', 'ARRIVED', 'COMPLETED', 'DECLINED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "AmbulanceOfferStatus" AS ENUM ('OPEN', 'DISPATCHED', 'DECLINED', 'CLOSED');

-- CreateEnum
CREATE TYPE "WardKind" AS ENUM ('GENERAL', 'ICU', 'HDU', 'MATERNITY', 'PAEDIATRIC', 'ISOLATION', 'EMERGENCY');

-- CreateEnum
CREATE TYPE "BedState" AS ENUM ('READY', 'CLEANING', 'OUT_OF_SERVICE');

-- CreateEnum
CREATE TYPE "BedBookingStatus" AS ENUM ('REQUESTED', 'RESERVED', 'ADMITTED', 'DISCHARGED', 'DECLINED', 'CANCELLED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('WARDS', 'BEDS', 'AMBULANCES', 'DEPARTMENTS', 'DOCTORS');

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('CHECKING', 'CHECKED', 'FAULTY', 'RUNNING', 'DONE', 'FAILED', 'UNDONE');

-- AlterTable
ALTER TABLE "Hospital" ADD COLUMN     "verifiesCallers" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Department" ADD COLUMN     "importId" UUID;

-- AlterTable
ALTER TABLE "Affiliation" ADD COLUMN     "statusReason" TEXT;

-- CreateTable
CREATE TABLE "DoctorInvitation" (
    "id" UUID NOT NULL,
    "hospitalId" UUID NOT NULL,
    "direction" "InvitationDirection" NOT NULL DEFAULT 'INVITATION',
    "doctorId" UUID,
    "email" CITEXT,
    "departmentId" UUID,
    "status" "InvitationStatus" NOT NULL DEFAULT 'PENDING',
    "message" TEXT,
    "statusReason" TEXT,
    "tokenHash" TEXT,
    "createdByUserId" UUID,
    "respondedByUserId" UUID,
    "affiliationId" UUID,
    "importId" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "respondedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DoctorInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ambulance" (
    "id" UUID NOT NULL,
    "hospitalId" UUID NOT NULL,
    "registration" TEXT NOT NULL,
    "kind" "AmbulanceKind" NOT NULL,
    "crewPhone" TEXT NOT NULL,
    "state" "AmbulanceState" NOT NULL DEFAULT 'IN_SERVICE',
    "stateReason" TEXT,
    "stateChangedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "importId" UUID,
    "removedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Ambulance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AmbulanceBooking" (
    "id" UUID NOT NULL,
    "kind" "AmbulanceKind" NOT NULL,
    "status" "AmbulanceBookingStatus" NOT NULL DEFAULT 'REQUESTED',
    "pickupLatitude" DOUBLE PRECISION NOT NULL,
    "pickupLongitude" DOUBLE PRECISION NOT NULL,
    "pickupAddress" TEXT,
    "contactName" TEXT NOT NULL,
    "contactPhone" TEXT NOT NULL,
    "patientId" UUID,
    "requestedByUserId" UUID,
    "trackingTokenHash" TEXT,
    "callbackCode" TEXT,
    "verifiedAt" TIMESTAMPTZ(3),
    "hospitalId" UUID,
    "ambulanceId" UUID,
    "bedKind" "WardKind",
    "bedBookingId" UUID,
    "statusReason" TEXT,
    "escalatesAt" TIMESTAMPTZ(3),
    "dispatchedAt" TIMESTAMPTZ(3),
    "enRouteAt" TIMESTAMPTZ(3),
    "onSceneAt" TIMESTAMPTZ(3),
    "transportingAt" TIMESTAMPTZ(3),
    "arrivedAt" TIMESTAMPTZ(3),
    "completedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AmbulanceBooking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AmbulanceOffer" (
    "id" UUID NOT NULL,
    "bookingId" UUID NOT NULL,
    "hospitalId" UUID NOT NULL,
    "status" "AmbulanceOfferStatus" NOT NULL DEFAULT 'OPEN',
    "distanceMetres" INTEGER NOT NULL,
    "offeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "respondedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AmbulanceOffer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ward" (
    "id" UUID NOT NULL,
    "hospitalId" UUID NOT NULL,
    "departmentId" UUID,
    "name" TEXT NOT NULL,
    "kind" "WardKind" NOT NULL,
    "dailyRateMinor" INTEGER,
    "currency" CHAR(3) NOT NULL DEFAULT 'EUR',
    "cleaningMinutes" INTEGER NOT NULL DEFAULT 45,
    "importId" UUID,
    "removedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Ward_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Bed" (
    "id" UUID NOT NULL,
    "hospitalId" UUID NOT NULL,
    "wardId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "state" "BedState" NOT NULL DEFAULT 'READY',
    "stateReason" TEXT,
    "stateChangedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cleaningDueAt" TIMESTAMPTZ(3),
    "importId" UUID,
    "removedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Bed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BedBooking" (
    "id" UUID NOT NULL,
    "hospitalId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "wardKind" "WardKind" NOT NULL,
    "bedId" UUID,
    "status" "BedBookingStatus" NOT NULL DEFAULT 'REQUESTED',
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3),
    "reservedUntil" TIMESTAMPTZ(3),
    "reason" TEXT,
    "statusReason" TEXT,
    "requestedByUserId" UUID,
    "reservedAt" TIMESTAMPTZ(3),
    "admittedAt" TIMESTAMPTZ(3),
    "dischargedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BedBooking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BedStay" (
    "id" UUID NOT NULL,
    "hospitalId" UUID NOT NULL,
    "wardId" UUID NOT NULL,
    "bedId" UUID NOT NULL,
    "bookingId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3),

    CONSTRAINT "BedStay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffInvitation" (
    "id" UUID NOT NULL,
    "hospitalId" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "role" "StaffRole" NOT NULL,
    "status" "InvitationStatus" NOT NULL DEFAULT 'PENDING',
    "tokenHash" TEXT,
    "createdByUserId" UUID,
    "acceptedByUserId" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "respondedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StaffInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Import" (
    "id" UUID NOT NULL,
    "hospitalId" UUID NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'CHECKING',
    "content" TEXT NOT NULL,
    "rowCount" INTEGER NOT NULL DEFAULT 0,
    "processedCount" INTEGER NOT NULL DEFAULT 0,
    "faultCount" INTEGER NOT NULL DEFAULT 0,
    "faults" JSONB NOT NULL DEFAULT '[]',
    "createdByUserId" UUID,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DoctorInvitation_tokenHash_key" ON "DoctorInvitation"("tokenHash");

-- CreateIndex
CREATE INDEX "DoctorInvitation_hospitalId_status_createdAt_id_idx" ON "DoctorInvitation"("hospitalId", "status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "DoctorInvitation_doctorId_status_createdAt_id_idx" ON "DoctorInvitation"("doctorId", "status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "DoctorInvitation_departmentId_idx" ON "DoctorInvitation"("departmentId");

-- CreateIndex
CREATE INDEX "DoctorInvitation_affiliationId_idx" ON "DoctorInvitation"("affiliationId");

-- CreateIndex
CREATE INDEX "DoctorInvitation_importId_idx" ON "DoctorInvitation"("importId");

-- CreateIndex
CREATE INDEX "Ambulance_hospitalId_registration_id_idx" ON "Ambulance"("hospitalId", "registration", "id");

-- CreateIndex
CREATE INDEX "Ambulance_importId_idx" ON "Ambulance"("importId");

-- CreateIndex
CREATE UNIQUE INDEX "Ambulance_id_hospitalId_key" ON "Ambulance"("id", "hospitalId");

-- CreateIndex
CREATE UNIQUE INDEX "AmbulanceBooking_trackingTokenHash_key" ON "AmbulanceBooking"("trackingTokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "AmbulanceBooking_bedBookingId_key" ON "AmbulanceBooking"("bedBookingId");

-- CreateIndex
CREATE INDEX "AmbulanceBooking_hospitalId_status_createdAt_id_idx" ON "AmbulanceBooking"("hospitalId", "status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "AmbulanceBooking_patientId_createdAt_id_idx" ON "AmbulanceBooking"("patientId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "AmbulanceBooking_requestedByUserId_createdAt_id_idx" ON "AmbulanceBooking"("requestedByUserId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "AmbulanceBooking_ambulanceId_createdAt_idx" ON "AmbulanceBooking"("ambulanceId", "createdAt");

-- CreateIndex
CREATE INDEX "AmbulanceOffer_hospitalId_status_offeredAt_idx" ON "AmbulanceOffer"("hospitalId", "status", "offeredAt");

-- CreateIndex
CREATE UNIQUE INDEX "AmbulanceOffer_bookingId_hospitalId_key" ON "AmbulanceOffer"("bookingId", "hospitalId");

-- CreateIndex
CREATE INDEX "Ward_hospitalId_name_id_idx" ON "Ward"("hospitalId", "name", "id");

-- CreateIndex
CREATE INDEX "Ward_departmentId_idx" ON "Ward"("departmentId");

-- CreateIndex
CREATE INDEX "Ward_importId_idx" ON "Ward"("importId");

-- CreateIndex
CREATE UNIQUE INDEX "Ward_id_hospitalId_key" ON "Ward"("id", "hospitalId");

-- CreateIndex
CREATE INDEX "Bed_hospitalId_wardId_label_id_idx" ON "Bed"("hospitalId", "wardId", "label", "id");

-- CreateIndex
CREATE INDEX "Bed_wardId_idx" ON "Bed"("wardId");

-- CreateIndex
CREATE INDEX "Bed_importId_idx" ON "Bed"("importId");

-- CreateIndex
CREATE UNIQUE INDEX "Bed_id_hospitalId_key" ON "Bed"("id", "hospitalId");

-- CreateIndex
CREATE INDEX "BedBooking_hospitalId_status_startsAt_id_idx" ON "BedBooking"("hospitalId", "status", "startsAt", "id");

-- CreateIndex
CREATE INDEX "BedBooking_patientId_createdAt_id_idx" ON "BedBooking"("patientId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "BedBooking_hospitalId_dischargedAt_idx" ON "BedBooking"("hospitalId", "dischargedAt");

-- CreateIndex
CREATE INDEX "BedStay_hospitalId_startsAt_idx" ON "BedStay"("hospitalId", "startsAt");

-- CreateIndex
CREATE INDEX "BedStay_wardId_startsAt_idx" ON "BedStay"("wardId", "startsAt");

-- CreateIndex
CREATE INDEX "BedStay_bookingId_startsAt_idx" ON "BedStay"("bookingId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "StaffInvitation_tokenHash_key" ON "StaffInvitation"("tokenHash");

-- CreateIndex
CREATE INDEX "StaffInvitation_hospitalId_status_createdAt_id_idx" ON "StaffInvitation"("hospitalId", "status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Import_hospitalId_createdAt_id_idx" ON "Import"("hospitalId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Department_importId_idx" ON "Department"("importId");

-- AddForeignKey
ALTER TABLE "DoctorInvitation" ADD CONSTRAINT "DoctorInvitation_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoctorInvitation" ADD CONSTRAINT "DoctorInvitation_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoctorInvitation" ADD CONSTRAINT "DoctorInvitation_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoctorInvitation" ADD CONSTRAINT "DoctorInvitation_affiliationId_fkey" FOREIGN KEY ("affiliationId") REFERENCES "Affiliation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoctorInvitation" ADD CONSTRAINT "DoctorInvitation_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ambulance" ADD CONSTRAINT "Ambulance_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ambulance" ADD CONSTRAINT "Ambulance_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmbulanceBooking" ADD CONSTRAINT "AmbulanceBooking_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmbulanceBooking" ADD CONSTRAINT "AmbulanceBooking_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmbulanceBooking" ADD CONSTRAINT "AmbulanceBooking_ambulanceId_hospitalId_fkey" FOREIGN KEY ("ambulanceId", "hospitalId") REFERENCES "Ambulance"("id", "hospitalId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmbulanceBooking" ADD CONSTRAINT "AmbulanceBooking_bedBookingId_fkey" FOREIGN KEY ("bedBookingId") REFERENCES "BedBooking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmbulanceOffer" ADD CONSTRAINT "AmbulanceOffer_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "AmbulanceBooking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmbulanceOffer" ADD CONSTRAINT "AmbulanceOffer_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ward" ADD CONSTRAINT "Ward_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ward" ADD CONSTRAINT "Ward_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ward" ADD CONSTRAINT "Ward_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Bed" ADD CONSTRAINT "Bed_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Bed" ADD CONSTRAINT "Bed_wardId_hospitalId_fkey" FOREIGN KEY ("wardId", "hospitalId") REFERENCES "Ward"("id", "hospitalId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Bed" ADD CONSTRAINT "Bed_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BedBooking" ADD CONSTRAINT "BedBooking_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BedBooking" ADD CONSTRAINT "BedBooking_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BedBooking" ADD CONSTRAINT "BedBooking_bedId_hospitalId_fkey" FOREIGN KEY ("bedId", "hospitalId") REFERENCES "Bed"("id", "hospitalId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BedStay" ADD CONSTRAINT "BedStay_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BedStay" ADD CONSTRAINT "BedStay_wardId_fkey" FOREIGN KEY ("wardId") REFERENCES "Ward"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BedStay" ADD CONSTRAINT "BedStay_bedId_fkey" FOREIGN KEY ("bedId") REFERENCES "Bed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BedStay" ADD CONSTRAINT "BedStay_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "BedBooking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Department" ADD CONSTRAINT "Department_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffInvitation" ADD CONSTRAINT "StaffInvitation_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- ───────────────────────────── what may never be false ─────────────────────────────

-- Invitations: one on its way per hospital and doctor, and per hospital and address.
ALTER TABLE "DoctorInvitation"
  ADD CONSTRAINT "DoctorInvitation_whom" CHECK ("doctorId" IS NOT NULL OR ("direction" = 'INVITATION' AND "email" IS NOT NULL)),
  ADD CONSTRAINT "DoctorInvitation_accepted" CHECK ("status" <> 'ACCEPTED' OR ("doctorId" IS NOT NULL AND "affiliationId" IS NOT NULL)),
  ADD CONSTRAINT "DoctorInvitation_link_is_used_once" CHECK ("status" = 'PENDING' OR "tokenHash" IS NULL);
CREATE UNIQUE INDEX "DoctorInvitation_one_pending_per_doctor" ON "DoctorInvitation" ("hospitalId", "doctorId")
  WHERE "status" = 'PENDING' AND "doctorId" IS NOT NULL;
CREATE UNIQUE INDEX "DoctorInvitation_one_pending_per_address" ON "DoctorInvitation" ("hospitalId", "email")
  WHERE "status" = 'PENDING' AND "email" IS NOT NULL;
CREATE INDEX "DoctorInvitation_to_expire" ON "DoctorInvitation" ("expiresAt") WHERE "status" = 'PENDING';

ALTER TABLE "StaffInvitation"
  ADD CONSTRAINT "StaffInvitation_link_is_used_once" CHECK ("status" = 'PENDING' OR "tokenHash" IS NULL);
CREATE UNIQUE INDEX "StaffInvitation_one_pending_per_address" ON "StaffInvitation" ("hospitalId", "email") WHERE "status" = 'PENDING';
CREATE INDEX "StaffInvitation_to_expire" ON "StaffInvitation" ("expiresAt") WHERE "status" = 'PENDING';

CREATE FUNCTION "invitation_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" <> NEW."status" AND OLD."status" <> 'PENDING' THEN
    RAISE EXCEPTION 'an invitation cannot go from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "DoctorInvitation_guard" BEFORE UPDATE OF "status" ON "DoctorInvitation" FOR EACH ROW EXECUTE FUNCTION "invitation_guard"();
CREATE TRIGGER "StaffInvitation_guard" BEFORE UPDATE OF "status" ON "StaffInvitation" FOR EACH ROW EXECUTE FUNCTION "invitation_guard"();

CREATE FUNCTION "affiliation_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" = 'ENDED' AND NEW."status" <> 'ENDED' THEN
    RAISE EXCEPTION 'an affiliation that has ended stays ended' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Affiliation_guard" BEFORE UPDATE OF "status" ON "Affiliation" FOR EACH ROW EXECUTE FUNCTION "affiliation_guard"();

-- A hospital always keeps a manager. Checked at the end of the transaction, so that one can hand over to another;
-- under a lock, so that two who remove each other do not both find the other one still there.
CREATE FUNCTION "hospital_keeps_a_manager"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('staff:' || OLD."hospitalId", 0));
  IF EXISTS (SELECT 1 FROM "Hospital" WHERE "id" = OLD."hospitalId")
    AND NOT EXISTS (SELECT 1 FROM "HospitalStaff" WHERE "hospitalId" = OLD."hospitalId" AND "role" = 'MANAGER') THEN
    RAISE EXCEPTION 'a hospital keeps at least one manager' USING ERRCODE = 'check_violation', CONSTRAINT = 'HospitalStaff_keeps_a_manager';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "HospitalStaff_keeps_a_manager" AFTER DELETE OR UPDATE OF "role", "hospitalId" ON "HospitalStaff"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."role" = 'MANAGER') EXECUTE FUNCTION "hospital_keeps_a_manager"();

-- Wards and beds.
CREATE UNIQUE INDEX "Ward_one_name" ON "Ward" ("hospitalId", lower("name")) WHERE "removedAt" IS NULL;
ALTER TABLE "Ward"
  ADD CONSTRAINT "Ward_numbers" CHECK ("cleaningMinutes" BETWEEN 0 AND 1440 AND "dailyRateMinor" >= 0);
CREATE UNIQUE INDEX "Bed_one_label" ON "Bed" ("wardId", lower("label")) WHERE "removedAt" IS NULL;
ALTER TABLE "Bed"
  ADD CONSTRAINT "Bed_says_why" CHECK ("state" <> 'OUT_OF_SERVICE' OR "stateReason" IS NOT NULL),
  ADD CONSTRAINT "Bed_cleaning_is_timed" CHECK ("state" <> 'CLEANING' OR "cleaningDueAt" IS NOT NULL);

-- One live booking per bed over its period; a planned end can pass, so one admission per bed besides. One admission
-- per patient. An expired reservation is cleared by whoever wants its bed, or by a timer.
ALTER TABLE "BedBooking"
  ADD CONSTRAINT "BedBooking_lasts" CHECK ("endsAt" > "startsAt"),
  ADD CONSTRAINT "BedBooking_has_a_bed" CHECK ("status" NOT IN ('RESERVED', 'ADMITTED', 'DISCHARGED') OR "bedId" IS NOT NULL),
  ADD CONSTRAINT "BedBooking_reservation_expires" CHECK ("status" <> 'RESERVED' OR "reservedUntil" IS NOT NULL),
  ADD CONSTRAINT "BedBooking_stamped" CHECK (
    ("status" NOT IN ('ADMITTED', 'DISCHARGED') OR "admittedAt" IS NOT NULL) AND ("status" <> 'DISCHARGED' OR "dischargedAt" IS NOT NULL)),
  ADD CONSTRAINT "BedBooking_one_per_bed" EXCLUDE USING gist
    ("bedId" WITH =, tstzrange("startsAt", "endsAt", '[)') WITH &&) WHERE ("status" IN ('RESERVED', 'ADMITTED'));
CREATE UNIQUE INDEX "BedBooking_one_admission_per_bed" ON "BedBooking" ("bedId") WHERE "status" = 'ADMITTED';
CREATE UNIQUE INDEX "BedBooking_one_admission_per_patient" ON "BedBooking" ("patientId") WHERE "status" = 'ADMITTED';
CREATE INDEX "BedBooking_reservations_to_expire" ON "BedBooking" ("reservedUntil") WHERE "status" = 'RESERVED';
CREATE INDEX "BedBooking_requests_to_expire" ON "BedBooking" ("startsAt") WHERE "status" = 'REQUESTED';
-- The board and the counts read what is live, however many stays lie behind.
CREATE INDEX "BedBooking_live" ON "BedBooking" ("hospitalId", "bedId") WHERE "status" IN ('RESERVED', 'ADMITTED');

CREATE FUNCTION "bed_booking_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" <> NEW."status" AND NOT (
    (OLD."status" = 'REQUESTED' AND NEW."status" IN ('RESERVED', 'DECLINED', 'CANCELLED', 'EXPIRED')) OR
    (OLD."status" = 'RESERVED' AND NEW."status" IN ('ADMITTED', 'DECLINED', 'CANCELLED', 'EXPIRED')) OR
    (OLD."status" = 'ADMITTED' AND NEW."status" = 'DISCHARGED')
  ) THEN
    RAISE EXCEPTION 'a bed booking cannot go from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."version" <> OLD."version" + 1 THEN
    RAISE EXCEPTION 'every change of a bed booking raises its version by one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "BedBooking_guard" BEFORE UPDATE ON "BedBooking" FOR EACH ROW EXECUTE FUNCTION "bed_booking_guard"();

ALTER TABLE "BedStay"
  ADD CONSTRAINT "BedStay_lasts" CHECK ("endsAt" >= "startsAt"),
  ADD CONSTRAINT "BedStay_one_person_per_bed" EXCLUDE USING gist ("bedId" WITH =, tstzrange("startsAt", "endsAt", '[)') WITH &&);
CREATE UNIQUE INDEX "BedStay_one_open" ON "BedStay" ("bookingId") WHERE "endsAt" IS NULL;

-- Ambulances.
CREATE UNIQUE INDEX "Ambulance_one_registration" ON "Ambulance" ("hospitalId", upper("registration")) WHERE "removedAt" IS NULL;
CREATE INDEX "Ambulance_to_send" ON "Ambulance" ("hospitalId", "kind") WHERE "removedAt" IS NULL AND "state" = 'IN_SERVICE';
ALTER TABLE "Ambulance"
  ADD CONSTRAINT "Ambulance_says_why" CHECK ("state" <> 'OUT_OF_SERVICE' OR "stateReason" IS NOT NULL),
  ADD CONSTRAINT "Ambulance_place" CHECK (("latitude" IS NULL) = ("longitude" IS NULL)
    AND "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);

ALTER TABLE "AmbulanceBooking"
  ADD CONSTRAINT "AmbulanceBooking_place" CHECK ("pickupLatitude" BETWEEN -90 AND 90 AND "pickupLongitude" BETWEEN -180 AND 180),
  ADD CONSTRAINT "AmbulanceBooking_has_a_vehicle" CHECK (
    "status" IN ('REQUESTED', 'DECLINED', 'CANCELLED') OR ("ambulanceId" IS NOT NULL AND "hospitalId" IS NOT NULL AND "dispatchedAt" IS NOT NULL)),
  ADD CONSTRAINT "AmbulanceBooking_somebody_asked" CHECK ("requestedByUserId" IS NOT NULL OR "trackingTokenHash" IS NOT NULL);
CREATE UNIQUE INDEX "AmbulanceBooking_one_per_ambulance" ON "AmbulanceBooking" ("ambulanceId")
  WHERE "status" IN ('DISPATCHED', 'EN_ROUTE', 'ON_SCENE', 'TRANSPORTING', 'ARRIVED');
CREATE INDEX "AmbulanceBooking_live" ON "AmbulanceBooking" ("hospitalId", "createdAt")
  WHERE "status" IN ('DISPATCHED', 'EN_ROUTE', 'ON_SCENE', 'TRANSPORTING', 'ARRIVED');
CREATE INDEX "AmbulanceBooking_to_escalate" ON "AmbulanceBooking" ("escalatesAt") WHERE "status" = 'REQUESTED' AND "escalatesAt" IS NOT NULL;

CREATE FUNCTION "ambulance_booking_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" <> NEW."status" AND NOT (
    (OLD."status" = 'REQUESTED' AND NEW."status" IN ('DISPATCHED', 'DECLINED', 'CANCELLED')) OR
    (OLD."status" = 'DISPATCHED' AND NEW."status" IN ('EN_ROUTE', 'CANCELLED')) OR
    (OLD."status" = 'EN_ROUTE' AND NEW."status" IN ('ON_SCENE', 'CANCELLED')) OR
    (OLD."status" = 'ON_SCENE' AND NEW."status" IN ('TRANSPORTING', 'CANCELLED')) OR
    (OLD."status" = 'TRANSPORTING' AND NEW."status" = 'ARRIVED') OR
    (OLD."status" = 'ARRIVED' AND NEW."status" = 'COMPLETED')
  ) THEN
    RAISE EXCEPTION 'an ambulance booking cannot go from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."version" <> OLD."version" + 1 THEN
    RAISE EXCEPTION 'every change of an ambulance booking raises its version by one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "AmbulanceBooking_guard" BEFORE UPDATE ON "AmbulanceBooking" FOR EACH ROW EXECUTE FUNCTION "ambulance_booking_guard"();

CREATE INDEX "Import_to_run" ON "Import" ("createdAt") WHERE "status" IN ('CHECKING', 'RUNNING');

-- What each bed and each vehicle is now: one definition for the board, the statistics and the public count. Every bed
-- is exactly one of these. A reservation that has run out counts for nothing, even before the timer has cleared it.
CREATE INDEX "BedBooking_reserved_bed" ON "BedBooking" ("bedId") WHERE "status" = 'RESERVED';
CREATE VIEW "BedNow" WITH (security_invoker = true) AS
SELECT b."id", b."hospitalId", b."wardId", w."kind",
  CASE
    WHEN a."id" IS NOT NULL THEN 'OCCUPIED'
    WHEN b."state" = 'OUT_OF_SERVICE' THEN 'OUT_OF_SERVICE'
    WHEN b."state" = 'CLEANING' THEN 'CLEANING'
    WHEN EXISTS (SELECT 1 FROM "BedBooking" r WHERE r."bedId" = b."id" AND r."status" = 'RESERVED' AND r."reservedUntil" > now()) THEN 'RESERVED'
    ELSE 'FREE'
  END AS "condition"
FROM "Bed" b
JOIN "Ward" w ON w."id" = b."wardId" AND w."removedAt" IS NULL
LEFT JOIN "BedBooking" a ON a."bedId" = b."id" AND a."status" = 'ADMITTED'
WHERE b."removedAt" IS NULL;

CREATE VIEW "AmbulanceNow" WITH (security_invoker = true) AS
SELECT v."id", v."hospitalId", v."kind",
  CASE
    WHEN c."id" IS NOT NULL THEN 'ON_CALL'
    WHEN v."state" = 'OUT_OF_SERVICE' THEN 'OUT_OF_SERVICE'
    ELSE 'AVAILABLE'
  END AS "condition"
FROM "Ambulance" v
LEFT JOIN "AmbulanceBooking" c ON c."ambulanceId" = v."id"
  AND c."status" IN ('DISPATCHED', 'EN_ROUTE', 'ON_SCENE', 'TRANSPORTING', 'ARRIVED')
WHERE v."removedAt" IS NULL;
