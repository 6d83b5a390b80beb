-- Days that don't go to plan: a doctor is away, and the patients in the way are told and choose other times.
CREATE TYPE "DisruptionKind" AS ENUM ('AWAY');
CREATE TYPE "DisruptionStatus" AS ENUM ('PREPARED', 'ANNOUNCED', 'ENDED', 'UNDONE');

CREATE TABLE "Disruption" (
  "id" uuid NOT NULL,
  "kind" "DisruptionKind" NOT NULL,
  "status" "DisruptionStatus" NOT NULL DEFAULT 'PREPARED',
  "doctorId" uuid NOT NULL,
  "hospitalId" uuid,
  "hospitalIds" uuid[],
  "firstOn" date NOT NULL,
  "lastOn" date NOT NULL,
  "startTime" text,
  "endTime" text,
  "blocks" jsonb NOT NULL DEFAULT '[]',
  "endsAt" timestamptz(3) NOT NULL,
  "tellAt" timestamptz(3) NOT NULL,
  "announcedAt" timestamptz(3),
  "endedAt" timestamptz(3),
  "undoneAt" timestamptz(3),
  "createdByUserId" uuid,
  "version" integer NOT NULL DEFAULT 1,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Disruption_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Disruption_dates" CHECK ("firstOn" <= "lastOn"),
  CONSTRAINT "Disruption_times" CHECK (("startTime" IS NULL) = ("endTime" IS NULL)),
  CONSTRAINT "Disruption_blocks" CHECK (jsonb_typeof("blocks") = 'array'),
  CONSTRAINT "Disruption_announced" CHECK (("announcedAt" IS NOT NULL) = ("status" IN ('ANNOUNCED', 'ENDED'))),
  CONSTRAINT "Disruption_ended" CHECK (("endedAt" IS NOT NULL) = ("status" = 'ENDED')),
  CONSTRAINT "Disruption_undone" CHECK (("undoneAt" IS NOT NULL) = ("status" = 'UNDONE'))
);
CREATE INDEX "Disruption_doctorId_createdAt_id_idx" ON "Disruption" ("doctorId", "createdAt", "id");
CREATE INDEX "Disruption_hospitalId_idx" ON "Disruption" ("hospitalId");
CREATE INDEX "Disruption_hospitalIds_idx" ON "Disruption" USING gin ("hospitalIds");
CREATE INDEX "Disruption_createdByUserId_idx" ON "Disruption" ("createdByUserId");
-- The timer looks for what is due among a few that last.
CREATE INDEX "Disruption_prepared" ON "Disruption" ("tellAt") WHERE "status" = 'PREPARED';
CREATE INDEX "Disruption_announced" ON "Disruption" ("endsAt") WHERE "status" = 'ANNOUNCED';

CREATE TABLE "DisruptionVisit" (
  "disruptionId" uuid NOT NULL,
  "appointmentId" uuid NOT NULL,
  "startsAt" timestamptz(3) NOT NULL,
  "reach" text,
  "handledAt" timestamptz(3),
  CONSTRAINT "DisruptionVisit_pkey" PRIMARY KEY ("disruptionId", "appointmentId"),
  CONSTRAINT "DisruptionVisit_reach" CHECK ("reach" IN ('EMAIL', 'NOTIFICATION', 'PHONE', 'NONE')),
  CONSTRAINT "DisruptionVisit_handled" CHECK ("reach" IS NULL OR "handledAt" IS NOT NULL)
);
CREATE INDEX "DisruptionVisit_appointmentId_idx" ON "DisruptionVisit" ("appointmentId");
CREATE INDEX "DisruptionVisit_waiting" ON "DisruptionVisit" ("disruptionId", "startsAt") WHERE "handledAt" IS NULL;

ALTER TABLE "Disruption"
  ADD CONSTRAINT "Disruption_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Disruption_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Disruption_createdByUserId_fkey" FOREIGN KEY ("createdByUserId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "DisruptionVisit"
  ADD CONSTRAINT "DisruptionVisit_disruptionId_fkey" FOREIGN KEY ("disruptionId") REFERENCES "Disruption" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "DisruptionVisit_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "Appointment" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ───────────────────────────── the steps ─────────────────────────────

CREATE FUNCTION "disruption_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."status" <> 'PREPARED' THEN
      RAISE EXCEPTION 'a disruption begins before anyone is told' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD."status" <> NEW."status" AND NOT (
    (OLD."status" = 'PREPARED' AND NEW."status" IN ('ANNOUNCED', 'UNDONE')) OR
    (OLD."status" = 'ANNOUNCED' AND NEW."status" = 'ENDED')
  ) THEN
    RAISE EXCEPTION 'a disruption cannot go from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."version" <> OLD."version" + 1 THEN
    RAISE EXCEPTION 'every change of a disruption raises its version by one' USING ERRCODE = 'check_violation';
  END IF;
  -- Nobody is told of what was undone.
  IF NEW."status" = 'UNDONE' AND EXISTS (
    SELECT 1 FROM "DisruptionVisit" v WHERE v."disruptionId" = NEW."id" AND v."handledAt" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'a disruption is undone only while nobody was told' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Disruption_guard" BEFORE INSERT OR UPDATE ON "Disruption"
  FOR EACH ROW EXECUTE FUNCTION "disruption_guard"();

CREATE FUNCTION "disruption_visit_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."handledAt" IS NOT NULL THEN
    RAISE EXCEPTION 'a patient is told once' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."handledAt" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Disruption" d WHERE d."id" = NEW."disruptionId" AND d."status" = 'ANNOUNCED' FOR SHARE
  ) THEN
    RAISE EXCEPTION 'patients are told of an announced disruption' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "DisruptionVisit_guard" BEFORE INSERT OR UPDATE ON "DisruptionVisit"
  FOR EACH ROW EXECUTE FUNCTION "disruption_visit_guard"();
