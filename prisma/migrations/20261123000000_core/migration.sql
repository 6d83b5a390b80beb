CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS cube;
CREATE EXTENSION IF NOT EXISTS earthdistance;

-- The role the application works as; logins become members of it. Roles belong to the cluster, so it may exist.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'caresync_app') THEN
    CREATE ROLE caresync_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;


-- CreateEnum
CREATE TYPE "UserStatus" AS ENUM ('ACTIVE', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "AppointmentStatus" AS ENUM ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS', 'COMPLETED', 'DECLINED', 'CANCELLED', 'EXPIRED', 'NO_SHOW');

-- CreateEnum
CREATE TYPE "Verification" AS ENUM ('PENDING', 'VERIFIED', 'REJECTED', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "VisitMode" AS ENUM ('IN_PERSON', 'VIDEO');

-- CreateEnum
CREATE TYPE "StaffRole" AS ENUM ('MANAGER', 'COORDINATOR');

-- CreateEnum
CREATE TYPE "AffiliationStatus" AS ENUM ('ACTIVE', 'SUSPENDED', 'ENDED');

-- CreateEnum
CREATE TYPE "PatientRelation" AS ENUM ('SELF', 'CHILD', 'PARENT', 'SPOUSE', 'OTHER');

-- CreateEnum
CREATE TYPE "EncounterStatus" AS ENUM ('DRAFT', 'SIGNED');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "passwordHash" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "status" "UserStatus" NOT NULL DEFAULT 'ACTIVE',
    "isAdmin" BOOLEAN NOT NULL DEFAULT false,
    "sessionEpoch" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "lastSignInAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordReset" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PasswordReset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefreshToken" (
    "id" UUID NOT NULL,
    "familyId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "sessionEpoch" INTEGER NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RefreshToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appointment" (
    "id" UUID NOT NULL,
    "doctorId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "hospitalId" UUID,
    "scheduleId" UUID,
    "serviceId" UUID,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "status" "AppointmentStatus" NOT NULL,
    "mode" "VisitMode" NOT NULL DEFAULT 'IN_PERSON',
    "reason" TEXT,
    "statusReason" TEXT,
    "cancellationNoticeMinutes" INTEGER NOT NULL DEFAULT 0,
    "needsRebooking" BOOLEAN NOT NULL DEFAULT false,
    "holdExpiresAt" TIMESTAMPTZ(3),
    "bookedByUserId" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "checkedInAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "completedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Doctor" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "registrationNumber" TEXT,
    "biography" TEXT NOT NULL DEFAULT '',
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "feeMinor" INTEGER,
    "currency" CHAR(3) NOT NULL DEFAULT 'EUR',
    "timeZone" TEXT NOT NULL,
    "practiceName" TEXT,
    "address" TEXT,
    "city" TEXT,
    "country" CHAR(2),
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "verification" "Verification" NOT NULL DEFAULT 'PENDING',
    "verificationReason" TEXT,
    "verifiedAt" TIMESTAMPTZ(3),
    "nextSlotAt" TIMESTAMPTZ(3),
    "nextSlotCheckedAt" TIMESTAMPTZ(3),
    "searchText" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Doctor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Specialty" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Specialty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DoctorSpecialty" (
    "doctorId" UUID NOT NULL,
    "specialtyId" UUID NOT NULL,

    CONSTRAINT "DoctorSpecialty_pkey" PRIMARY KEY ("doctorId","specialtyId")
);

-- CreateTable
CREATE TABLE "Service" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "specialtyId" UUID NOT NULL,

    CONSTRAINT "Service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DoctorService" (
    "id" UUID NOT NULL,
    "doctorId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "durationMinutes" INTEGER NOT NULL,
    "feeMinor" INTEGER,
    "currency" CHAR(3) NOT NULL DEFAULT 'EUR',
    "mode" "VisitMode" NOT NULL DEFAULT 'IN_PERSON',

    CONSTRAINT "DoctorService_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Hospital" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "address" TEXT,
    "city" TEXT,
    "country" CHAR(2),
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "timeZone" TEXT NOT NULL,
    "phone" TEXT,
    "verification" "Verification" NOT NULL DEFAULT 'PENDING',
    "verificationReason" TEXT,
    "verifiedAt" TIMESTAMPTZ(3),
    "searchText" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Hospital_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Department" (
    "id" UUID NOT NULL,
    "hospitalId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HospitalStaff" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "hospitalId" UUID NOT NULL,
    "role" "StaffRole" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HospitalStaff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Affiliation" (
    "id" UUID NOT NULL,
    "doctorId" UUID NOT NULL,
    "hospitalId" UUID NOT NULL,
    "departmentId" UUID,
    "status" "AffiliationStatus" NOT NULL DEFAULT 'ACTIVE',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Patient" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "bornOn" DATE,
    "phone" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Patient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PatientAccess" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "relation" "PatientRelation" NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PatientAccess_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "id" UUID NOT NULL,
    "actorKey" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "status" INTEGER,
    "body" JSONB,
    "headers" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completedAt" TIMESTAMPTZ(3),

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimitWindow" (
    "bucket" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RateLimitWindow_pkey" PRIMARY KEY ("bucket")
);

-- CreateTable
CREATE TABLE "OutboundMail" (
    "id" UUID NOT NULL,
    "toAddress" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutboundMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Encounter" (
    "id" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "doctorId" UUID NOT NULL,
    "hospitalId" UUID,
    "status" "EncounterStatus" NOT NULL DEFAULT 'DRAFT',
    "reason" TEXT NOT NULL DEFAULT '',
    "subjective" TEXT NOT NULL DEFAULT '',
    "objective" TEXT NOT NULL DEFAULT '',
    "assessment" TEXT NOT NULL DEFAULT '',
    "plan" TEXT NOT NULL DEFAULT '',
    "signedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Encounter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Schedule" (
    "id" UUID NOT NULL,
    "doctorId" UUID NOT NULL,
    "hospitalId" UUID,
    "timeZone" TEXT NOT NULL,
    "slotMinutes" INTEGER NOT NULL,
    "stepMinutes" INTEGER,
    "bufferBeforeMinutes" INTEGER NOT NULL DEFAULT 0,
    "bufferAfterMinutes" INTEGER NOT NULL DEFAULT 0,
    "minNoticeMinutes" INTEGER NOT NULL DEFAULT 60,
    "horizonDays" INTEGER NOT NULL DEFAULT 60,
    "autoConfirm" BOOLEAN NOT NULL DEFAULT true,
    "cancellationNoticeMinutes" INTEGER NOT NULL DEFAULT 1440,
    "rules" JSONB NOT NULL DEFAULT '[]',
    "exceptions" JSONB NOT NULL DEFAULT '[]',
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AggregateSequence" (
    "aggregate" TEXT NOT NULL,
    "aggregateId" UUID NOT NULL,
    "last" BIGINT NOT NULL,

    CONSTRAINT "AggregateSequence_pkey" PRIMARY KEY ("aggregate","aggregateId")
);

-- CreateTable
CREATE TABLE "DomainEvent" (
    "position" BIGSERIAL NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "aggregate" TEXT NOT NULL,
    "aggregateId" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "audience" TEXT[],
    "refs" JSONB NOT NULL DEFAULT '{}',
    "actorUserId" UUID,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DomainEvent_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "EventDelivery" (
    "position" BIGINT NOT NULL,
    "sink" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EventDelivery_pkey" PRIMARY KEY ("sink","position")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "position" BIGSERIAL NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" UUID,
    "actorUserId" UUID,
    "via" TEXT NOT NULL,
    "requestId" TEXT,
    "patientId" UUID,
    "doctorId" UUID,
    "hospitalId" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',
    "occurredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "refs" JSONB NOT NULL DEFAULT '{}',
    "readAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "User_createdAt_id_idx" ON "User"("createdAt", "id");

-- CreateIndex
CREATE INDEX "User_name_idx" ON "User" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "PasswordReset_tokenHash_key" ON "PasswordReset"("tokenHash");

-- CreateIndex
CREATE INDEX "PasswordReset_userId_idx" ON "PasswordReset"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "RefreshToken_tokenHash_key" ON "RefreshToken"("tokenHash");

-- CreateIndex
CREATE INDEX "RefreshToken_familyId_idx" ON "RefreshToken"("familyId");

-- CreateIndex
CREATE INDEX "RefreshToken_userId_idx" ON "RefreshToken"("userId");

-- CreateIndex
CREATE INDEX "Appointment_doctorId_startsAt_id_idx" ON "Appointment"("doctorId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Appointment_patientId_startsAt_id_idx" ON "Appointment"("patientId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Appointment_hospitalId_startsAt_id_idx" ON "Appointment"("hospitalId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Appointment_scheduleId_idx" ON "Appointment"("scheduleId");

-- CreateIndex
CREATE UNIQUE INDEX "Doctor_userId_key" ON "Doctor"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Doctor_slug_key" ON "Doctor"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Doctor_registrationNumber_key" ON "Doctor"("registrationNumber");

-- CreateIndex
CREATE INDEX "Doctor_verification_name_id_idx" ON "Doctor"("verification", "name", "id");

-- CreateIndex
CREATE INDEX "Doctor_verification_nextSlotAt_id_idx" ON "Doctor"("verification", "nextSlotAt", "id");

-- CreateIndex
CREATE INDEX "Doctor_verification_feeMinor_id_idx" ON "Doctor"("verification", "feeMinor", "id");

-- CreateIndex
CREATE INDEX "Doctor_verification_city_id_idx" ON "Doctor"("verification", "city", "id");

-- CreateIndex
CREATE INDEX "Doctor_verification_createdAt_id_idx" ON "Doctor"("verification", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Specialty_slug_key" ON "Specialty"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Specialty_name_key" ON "Specialty"("name");

-- CreateIndex
CREATE INDEX "DoctorSpecialty_specialtyId_doctorId_idx" ON "DoctorSpecialty"("specialtyId", "doctorId");

-- CreateIndex
CREATE UNIQUE INDEX "Service_slug_key" ON "Service"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Service_name_key" ON "Service"("name");

-- CreateIndex
CREATE INDEX "Service_specialtyId_idx" ON "Service"("specialtyId");

-- CreateIndex
CREATE INDEX "DoctorService_serviceId_doctorId_idx" ON "DoctorService"("serviceId", "doctorId");

-- CreateIndex
CREATE UNIQUE INDEX "DoctorService_doctorId_serviceId_key" ON "DoctorService"("doctorId", "serviceId");

-- CreateIndex
CREATE UNIQUE INDEX "Hospital_slug_key" ON "Hospital"("slug");

-- CreateIndex
CREATE INDEX "Hospital_verification_name_id_idx" ON "Hospital"("verification", "name", "id");

-- CreateIndex
CREATE INDEX "Hospital_verification_city_id_idx" ON "Hospital"("verification", "city", "id");

-- CreateIndex
CREATE INDEX "Hospital_verification_createdAt_id_idx" ON "Hospital"("verification", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Department_hospitalId_name_key" ON "Department"("hospitalId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "HospitalStaff_userId_key" ON "HospitalStaff"("userId");

-- CreateIndex
CREATE INDEX "HospitalStaff_hospitalId_idx" ON "HospitalStaff"("hospitalId");

-- CreateIndex
CREATE INDEX "Affiliation_hospitalId_status_doctorId_idx" ON "Affiliation"("hospitalId", "status", "doctorId");

-- CreateIndex
CREATE INDEX "Affiliation_doctorId_status_idx" ON "Affiliation"("doctorId", "status");

-- CreateIndex
CREATE INDEX "PatientAccess_patientId_idx" ON "PatientAccess"("patientId");

-- CreateIndex
CREATE UNIQUE INDEX "PatientAccess_userId_patientId_key" ON "PatientAccess"("userId", "patientId");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "IdempotencyKey_actorKey_key_key" ON "IdempotencyKey"("actorKey", "key");

-- CreateIndex
CREATE INDEX "RateLimitWindow_expiresAt_idx" ON "RateLimitWindow"("expiresAt");

-- CreateIndex
CREATE INDEX "OutboundMail_createdAt_id_idx" ON "OutboundMail"("createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Encounter_appointmentId_key" ON "Encounter"("appointmentId");

-- CreateIndex
CREATE INDEX "Encounter_patientId_createdAt_id_idx" ON "Encounter"("patientId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Encounter_doctorId_createdAt_id_idx" ON "Encounter"("doctorId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Schedule_doctorId_idx" ON "Schedule"("doctorId");

-- CreateIndex
CREATE INDEX "Schedule_hospitalId_idx" ON "Schedule"("hospitalId");

-- CreateIndex
CREATE UNIQUE INDEX "DomainEvent_id_key" ON "DomainEvent"("id");

-- CreateIndex
CREATE UNIQUE INDEX "DomainEvent_aggregate_aggregateId_sequence_key" ON "DomainEvent"("aggregate", "aggregateId", "sequence");

-- CreateIndex
CREATE INDEX "AuditEntry_actorUserId_position_idx" ON "AuditEntry"("actorUserId", "position");

-- CreateIndex
CREATE INDEX "AuditEntry_patientId_position_idx" ON "AuditEntry"("patientId", "position");

-- CreateIndex
CREATE INDEX "AuditEntry_hospitalId_position_idx" ON "AuditEntry"("hospitalId", "position");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_subjectId_position_idx" ON "AuditEntry"("subject", "subjectId", "position");

-- CreateIndex
CREATE INDEX "Notification_userId_createdAt_id_idx" ON "Notification"("userId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_userId_eventId_key" ON "Notification"("userId", "eventId");

-- AddForeignKey
ALTER TABLE "PasswordReset" ADD CONSTRAINT "PasswordReset_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefreshToken" ADD CONSTRAINT "RefreshToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_scheduleId_fkey" FOREIGN KEY ("scheduleId") REFERENCES "Schedule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Doctor" ADD CONSTRAINT "Doctor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoctorSpecialty" ADD CONSTRAINT "DoctorSpecialty_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoctorSpecialty" ADD CONSTRAINT "DoctorSpecialty_specialtyId_fkey" FOREIGN KEY ("specialtyId") REFERENCES "Specialty"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_specialtyId_fkey" FOREIGN KEY ("specialtyId") REFERENCES "Specialty"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoctorService" ADD CONSTRAINT "DoctorService_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoctorService" ADD CONSTRAINT "DoctorService_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Department" ADD CONSTRAINT "Department_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HospitalStaff" ADD CONSTRAINT "HospitalStaff_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HospitalStaff" ADD CONSTRAINT "HospitalStaff_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PatientAccess" ADD CONSTRAINT "PatientAccess_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PatientAccess" ADD CONSTRAINT "PatientAccess_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Encounter" ADD CONSTRAINT "Encounter_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "Appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Encounter" ADD CONSTRAINT "Encounter_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Encounter" ADD CONSTRAINT "Encounter_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Encounter" ADD CONSTRAINT "Encounter_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ───────────────────────────── what may never be false ─────────────────────────────

ALTER TABLE "RateLimitWindow" SET UNLOGGED;

ALTER TABLE "Appointment"
  ADD CONSTRAINT "Appointment_lasts" CHECK ("endsAt" > "startsAt" AND "endsAt" <= "startsAt" + interval '24 hours'),
  ADD CONSTRAINT "Appointment_hold_expires" CHECK ("status" <> 'HELD' OR ("holdExpiresAt" IS NOT NULL AND "bookedByUserId" IS NOT NULL)),
  ADD CONSTRAINT "Appointment_notice" CHECK ("cancellationNoticeMinutes" >= 0),
  ADD CONSTRAINT "Appointment_doctor_is_one_person" EXCLUDE USING gist
    ("doctorId" WITH =, tstzrange("startsAt", "endsAt", '[)') WITH &&)
    WHERE ("status" IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS')),
  ADD CONSTRAINT "Appointment_patient_is_one_person" EXCLUDE USING gist
    ("patientId" WITH =, tstzrange("startsAt", "endsAt", '[)') WITH &&)
    WHERE ("status" IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS'));

CREATE UNIQUE INDEX "Appointment_one_hold_per_user_and_doctor"
  ON "Appointment" ("bookedByUserId", "doctorId") WHERE "status" = 'HELD';
CREATE INDEX "Appointment_holds_to_expire" ON "Appointment" ("holdExpiresAt") WHERE "status" = 'HELD';
CREATE INDEX "Appointment_pending_to_expire" ON "Appointment" ("startsAt") WHERE "status" = 'PENDING';

ALTER TABLE "Schedule"
  ADD CONSTRAINT "Schedule_minutes" CHECK (
    "slotMinutes" BETWEEN 5 AND 480 AND ("stepMinutes" IS NULL OR "stepMinutes" BETWEEN 5 AND 480)
    AND "bufferBeforeMinutes" BETWEEN 0 AND 240 AND "bufferAfterMinutes" BETWEEN 0 AND 240
    AND "minNoticeMinutes" BETWEEN 0 AND 43200 AND "horizonDays" BETWEEN 1 AND 730
    AND "cancellationNoticeMinutes" BETWEEN 0 AND 43200),
  ADD CONSTRAINT "Schedule_lists" CHECK (jsonb_typeof("rules") = 'array' AND jsonb_typeof("exceptions") = 'array');
CREATE UNIQUE INDEX "Schedule_one_per_place" ON "Schedule" ("doctorId", "hospitalId") NULLS NOT DISTINCT;

CREATE UNIQUE INDEX "Affiliation_one_not_ended" ON "Affiliation" ("doctorId", "hospitalId") WHERE "status" <> 'ENDED';
CREATE UNIQUE INDEX "PatientAccess_one_self" ON "PatientAccess" ("userId") WHERE "relation" = 'SELF';
ALTER TABLE "DoctorService" ADD CONSTRAINT "DoctorService_lasts" CHECK ("durationMinutes" BETWEEN 5 AND 480);
ALTER TABLE "Doctor"
  ADD CONSTRAINT "Doctor_place" CHECK (("latitude" IS NULL) = ("longitude" IS NULL)
    AND "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180),
  ADD CONSTRAINT "Doctor_fee" CHECK ("feeMinor" >= 0);
ALTER TABLE "Hospital"
  ADD CONSTRAINT "Hospital_place" CHECK (("latitude" IS NULL) = ("longitude" IS NULL)
    AND "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);

-- The state machine of appointments, a second time, where no code can pass it by.
CREATE FUNCTION "appointment_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" <> NEW."status" AND NOT (
    (OLD."status" = 'HELD' AND NEW."status" IN ('PENDING', 'CONFIRMED', 'EXPIRED', 'CANCELLED')) OR
    (OLD."status" = 'PENDING' AND NEW."status" IN ('CONFIRMED', 'DECLINED', 'EXPIRED', 'CANCELLED')) OR
    (OLD."status" = 'CONFIRMED' AND NEW."status" IN ('CHECKED_IN', 'IN_PROGRESS', 'CANCELLED', 'NO_SHOW')) OR
    (OLD."status" = 'CHECKED_IN' AND NEW."status" IN ('IN_PROGRESS', 'NO_SHOW')) OR
    (OLD."status" = 'IN_PROGRESS' AND NEW."status" = 'COMPLETED')
  ) THEN
    RAISE EXCEPTION 'an appointment cannot go from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."version" <> OLD."version" + 1 THEN
    RAISE EXCEPTION 'every change of an appointment raises its version by one' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."status" = 'COMPLETED' AND OLD."status" <> 'COMPLETED' AND NOT EXISTS (
    SELECT 1 FROM "Encounter" e WHERE e."appointmentId" = NEW."id" AND e."status" = 'SIGNED'
  ) THEN
    RAISE EXCEPTION 'a visit is completed only with its encounter signed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
-- Deleting hours sets "scheduleId" to null through its foreign key: no change of the appointment itself.
CREATE TRIGGER "Appointment_guard" BEFORE UPDATE OF "status", "startsAt", "endsAt", "doctorId", "patientId", "version" ON "Appointment"
  FOR EACH ROW EXECUTE FUNCTION "appointment_guard"();

CREATE FUNCTION "encounter_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" = 'SIGNED' THEN
    RAISE EXCEPTION 'a signed encounter never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Encounter_guard" BEFORE UPDATE OR DELETE ON "Encounter"
  FOR EACH ROW EXECUTE FUNCTION "encounter_guard"();

-- ───────────────────────────── the spine ─────────────────────────────

-- One round trip for what every write leaves behind: events with gap-free sequences, what is to be delivered,
-- the audit row, and a wake-up for the relay at commit. Events come sorted by aggregate, so that two
-- transactions take their row locks in the same order.
CREATE FUNCTION "record_change"(
  p_actor uuid, p_via text, p_request text, p_audit jsonb, p_events jsonb
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  e jsonb;
  next_sequence bigint;
  new_position bigint;
BEGIN
  FOR e IN SELECT jsonb_array_elements(p_events) LOOP
    INSERT INTO "AggregateSequence" AS s ("aggregate", "aggregateId", "last")
      VALUES (e->>'aggregate', (e->>'aggregateId')::uuid, 1)
      ON CONFLICT ("aggregate", "aggregateId") DO UPDATE SET "last" = s."last" + 1
      RETURNING "last" INTO next_sequence;
    INSERT INTO "DomainEvent" ("id", "type", "aggregate", "aggregateId", "sequence", "audience", "refs", "actorUserId")
      VALUES ((e->>'id')::uuid, e->>'type', e->>'aggregate', (e->>'aggregateId')::uuid, next_sequence,
        ARRAY(SELECT jsonb_array_elements_text(e->'audience')), e->'refs', p_actor)
      RETURNING "position" INTO new_position;
    INSERT INTO "EventDelivery" ("position", "sink") SELECT new_position, jsonb_array_elements_text(e->'sinks');
  END LOOP;
  IF p_audit IS NOT NULL THEN
    INSERT INTO "AuditEntry" ("action", "subject", "subjectId", "actorUserId", "via", "requestId", "patientId", "doctorId", "hospitalId", "details")
      VALUES (p_audit->>'action', p_audit->>'subject', (p_audit->>'subjectId')::uuid, p_actor, p_via, p_request,
        (p_audit->>'patientId')::uuid, (p_audit->>'doctorId')::uuid, (p_audit->>'hospitalId')::uuid,
        COALESCE(p_audit->'details', '{}'));
  END IF;
  IF jsonb_array_length(p_events) > 0 THEN
    PERFORM pg_notify('caresync_events', '');
  END IF;
END $$;

-- ───────────────────────────── search ─────────────────────────────

-- unaccent() is only STABLE because its dictionary could change; ours does not.
CREATE FUNCTION "searchable"(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, t));

CREATE FUNCTION "doctor_search_text"(d uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT "searchable"(concat_ws(' ', doc."name", string_agg(s."name", ' ' ORDER BY s."name"), doc."practiceName", doc."city",
    array_to_string(doc."languages", ' ')))
  FROM "Doctor" doc
  LEFT JOIN "DoctorSpecialty" ds ON ds."doctorId" = doc."id"
  LEFT JOIN "Specialty" s ON s."id" = ds."specialtyId"
  WHERE doc."id" = d GROUP BY doc."id"
$$;
CREATE FUNCTION "refresh_doctor_search"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE d uuid;
BEGIN
  IF TG_TABLE_NAME = 'Doctor' THEN d := NEW."id";
  ELSIF TG_OP = 'DELETE' THEN d := OLD."doctorId";
  ELSE d := NEW."doctorId";
  END IF;
  UPDATE "Doctor" SET "searchText" = "doctor_search_text"(d) WHERE "id" = d;
  RETURN NULL;
END $$;
CREATE TRIGGER "Doctor_search" AFTER INSERT OR UPDATE OF "name", "practiceName", "city", "languages" ON "Doctor"
  FOR EACH ROW EXECUTE FUNCTION "refresh_doctor_search"();
CREATE TRIGGER "DoctorSpecialty_search" AFTER INSERT OR DELETE ON "DoctorSpecialty"
  FOR EACH ROW EXECUTE FUNCTION "refresh_doctor_search"();

CREATE FUNCTION "hospital_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."searchText" := "searchable"(concat_ws(' ', NEW."name", NEW."city", NEW."address", NEW."description"));
  RETURN NEW;
END $$;
CREATE TRIGGER "Hospital_search" BEFORE INSERT OR UPDATE OF "name", "city", "address", "description" ON "Hospital"
  FOR EACH ROW EXECUTE FUNCTION "hospital_search"();

CREATE INDEX "Doctor_search_words" ON "Doctor" USING gin (to_tsvector('simple', "searchText"));
CREATE INDEX "Doctor_search_letters" ON "Doctor" USING gin ("searchText" gin_trgm_ops);
CREATE INDEX "Doctor_near" ON "Doctor" USING gist (ll_to_earth("latitude", "longitude")) WHERE "latitude" IS NOT NULL;
CREATE INDEX "Hospital_search_words" ON "Hospital" USING gin (to_tsvector('simple', "searchText"));
CREATE INDEX "Hospital_search_letters" ON "Hospital" USING gin ("searchText" gin_trgm_ops);
CREATE INDEX "Hospital_near" ON "Hospital" USING gist (ll_to_earth("latitude", "longitude")) WHERE "latitude" IS NOT NULL;
CREATE INDEX "Doctor_languages" ON "Doctor" USING gin ("languages");

-- ───────────────────────────── row-level security ─────────────────────────────

-- Behind the policies in code: a transaction that names an actor reads only the clinical notes its actor may know.
-- app.actor holds the user, app.patients and app.doctor what he holds; the system (timers) names none and sees none.
ALTER TABLE "Encounter" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "encounter_read" ON "Encounter" FOR SELECT USING (
  "doctorId"::text = current_setting('app.doctor', true)
  OR ("status" = 'SIGNED' AND "patientId"::text = ANY (string_to_array(current_setting('app.patients', true), ',')))
);
CREATE POLICY "encounter_write" ON "Encounter" FOR INSERT WITH CHECK ("doctorId"::text = current_setting('app.doctor', true));
CREATE POLICY "encounter_change" ON "Encounter" FOR UPDATE USING ("doctorId"::text = current_setting('app.doctor', true));
