-- A hospital's lists, or the platform's, written to an encrypted file in the background.
CREATE TYPE "DataExportKind" AS ENUM ('APPOINTMENTS', 'STAYS', 'AMBULANCE_CALLS', 'PATIENTS', 'STAFF', 'OPERATIONS', 'AUDIT', 'NUMBERS');
CREATE TYPE "DataExportFormat" AS ENUM ('CSV', 'NDJSON');
CREATE TYPE "DataExportStatus" AS ENUM ('WAITING', 'RUNNING', 'READY', 'FAILED', 'CANCELLED', 'EXPIRED');
CREATE TYPE "DataExportFault" AS ENUM ('RIGHT_ENDED', 'BROKEN', 'STALLED');

CREATE TABLE "DataExport" (
  "id" uuid NOT NULL,
  "hospitalId" uuid,
  "kind" "DataExportKind" NOT NULL,
  "format" "DataExportFormat" NOT NULL,
  "hasMark" boolean NOT NULL DEFAULT false,
  "fromAt" timestamptz(3),
  "toAt" timestamptz(3),
  "status" "DataExportStatus" NOT NULL DEFAULT 'WAITING',
  "fault" "DataExportFault",
  "attempts" integer NOT NULL DEFAULT 0,
  "expectedCount" integer,
  "rowCount" integer NOT NULL DEFAULT 0,
  "partCount" integer NOT NULL DEFAULT 0,
  "byteCount" bigint NOT NULL DEFAULT 0,
  "cursor" text,
  "requestedByUserId" uuid NOT NULL,
  "startedAt" timestamptz(3),
  "finishedAt" timestamptz(3),
  "expiresAt" timestamptz(3),
  "downloadedAt" timestamptz(3),
  "version" integer NOT NULL DEFAULT 1,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "DataExport_pkey" PRIMARY KEY ("id"),
  -- The audit trail and the numbers are the platform's, everything else is a hospital's.
  CONSTRAINT "DataExport_owner" CHECK (("hospitalId" IS NULL) = ("kind" IN ('AUDIT', 'NUMBERS'))),
  CONSTRAINT "DataExport_mark" CHECK ("format" = 'CSV' OR NOT "hasMark"),
  CONSTRAINT "DataExport_period" CHECK ("toAt" > "fromAt"),
  CONSTRAINT "DataExport_fault_told" CHECK (("fault" IS NOT NULL) = ("status" = 'FAILED')),
  CONSTRAINT "DataExport_expires" CHECK (("expiresAt" IS NOT NULL) = ("status" IN ('READY', 'EXPIRED'))),
  CONSTRAINT "DataExport_finished" CHECK (("finishedAt" IS NULL) = ("status" IN ('WAITING', 'RUNNING')))
);
CREATE INDEX "DataExport_hospitalId_createdAt_id_idx" ON "DataExport" ("hospitalId", "createdAt", "id");
CREATE INDEX "DataExport_createdAt_id_idx" ON "DataExport" ("createdAt", "id");
CREATE INDEX "DataExport_requestedByUserId_createdAt_idx" ON "DataExport" ("requestedByUserId", "createdAt");
-- One at a time for each person.
CREATE UNIQUE INDEX "DataExport_one_at_a_time" ON "DataExport" ("requestedByUserId") WHERE "status" IN ('WAITING', 'RUNNING');
-- What the hourly clean-up looks for.
CREATE INDEX "DataExport_live" ON "DataExport" ("expiresAt", "updatedAt") WHERE "status" IN ('WAITING', 'RUNNING', 'READY');

-- Its content, as encrypted files of a few megabytes each, in order.
CREATE TABLE "DataExportPart" (
  "exportId" uuid NOT NULL,
  "number" integer NOT NULL,
  "fileId" uuid NOT NULL,
  "byteCount" integer NOT NULL,
  CONSTRAINT "DataExportPart_pkey" PRIMARY KEY ("exportId", "number")
);
CREATE UNIQUE INDEX "DataExportPart_fileId_key" ON "DataExportPart" ("fileId");

ALTER TABLE "DataExport"
  ADD CONSTRAINT "DataExport_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "DataExport_requestedByUserId_fkey" FOREIGN KEY ("requestedByUserId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DataExportPart"
  ADD CONSTRAINT "DataExportPart_exportId_fkey" FOREIGN KEY ("exportId") REFERENCES "DataExport" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "DataExportPart_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Administrators see the progress of all imports, newest first.
CREATE INDEX "Import_createdAt_id_idx" ON "Import" ("createdAt", "id");

-- The steps (DATA_EXPORT_LIFE_CYCLE); and what it contains, and for whom, never changes.
CREATE FUNCTION "data_export_steps"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW."hospitalId", NEW."kind", NEW."format", NEW."hasMark", NEW."fromAt", NEW."toAt", NEW."requestedByUserId", NEW."createdAt")
    IS DISTINCT FROM (OLD."hospitalId", OLD."kind", OLD."format", OLD."hasMark", OLD."fromAt", OLD."toAt", OLD."requestedByUserId", OLD."createdAt") THEN
    RAISE EXCEPTION 'what an export is of stays as it was asked for' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."status" = OLD."status" THEN
    RETURN NEW;
  END IF;
  IF NOT ((OLD."status" = 'WAITING' AND NEW."status" IN ('RUNNING', 'FAILED', 'CANCELLED'))
    OR (OLD."status" = 'RUNNING' AND NEW."status" IN ('READY', 'FAILED', 'CANCELLED'))
    OR (OLD."status" = 'READY' AND NEW."status" = 'EXPIRED')) THEN
    RAISE EXCEPTION 'an export cannot go from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "DataExport_steps" BEFORE UPDATE ON "DataExport" FOR EACH ROW EXECUTE FUNCTION "data_export_steps"();

-- A part is written while its export runs, and removed once that is over.
CREATE FUNCTION "data_export_part_of_running"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "DataExport" e WHERE e."id" = NEW."exportId" AND e."status" = 'RUNNING') THEN
    RAISE EXCEPTION 'only a running export is written' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "DataExportPart_of_running" BEFORE INSERT ON "DataExportPart" FOR EACH ROW EXECUTE FUNCTION "data_export_part_of_running"();
