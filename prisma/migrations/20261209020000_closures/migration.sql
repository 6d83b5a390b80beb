-- A hospital is closed on public holidays, or one of its departments for a while: the hours of all its doctors there.
ALTER TYPE "DisruptionKind" ADD VALUE 'HOLIDAY';
ALTER TYPE "DisruptionKind" ADD VALUE 'CLOSED';

ALTER TABLE "Disruption"
  ALTER COLUMN "doctorId" DROP NOT NULL,
  ADD COLUMN "departmentId" uuid,
  ADD COLUMN "label" text,
  ADD COLUMN "closedOn" date[] NOT NULL DEFAULT '{}',
  -- As text: PostgreSQL refuses to use a value in the transaction that adds it.
  ADD CONSTRAINT "Disruption_concerns" CHECK (("doctorId" IS NULL) = ("kind"::text IN ('HOLIDAY', 'CLOSED'))),
  ADD CONSTRAINT "Disruption_closure" CHECK ("doctorId" IS NOT NULL OR ("hospitalId" IS NOT NULL AND "label" IS NOT NULL AND cardinality("closedOn") > 0)),
  ADD CONSTRAINT "Disruption_department" CHECK ("departmentId" IS NULL OR "kind"::text = 'CLOSED'),
  ADD CONSTRAINT "Disruption_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Disruption_departmentId_idx" ON "Disruption" ("departmentId");

-- Whose appointment it was: what closes a hospital concerns those of many doctors.
ALTER TABLE "DisruptionVisit" ADD COLUMN "doctorId" uuid;
ALTER TABLE "DisruptionVisit" DISABLE TRIGGER "DisruptionVisit_guard";
UPDATE "DisruptionVisit" v SET "doctorId" = d."doctorId" FROM "Disruption" d WHERE d."id" = v."disruptionId";
ALTER TABLE "DisruptionVisit" ENABLE TRIGGER "DisruptionVisit_guard";
ALTER TABLE "DisruptionVisit" ALTER COLUMN "doctorId" SET NOT NULL;

CREATE OR REPLACE FUNCTION "disruption_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
  -- What the disruption refers to may go, without a step of its own.
  IF NEW."version" <> OLD."version" + 1
    AND to_jsonb(NEW) - 'departmentId' - 'createdByUserId' <> to_jsonb(OLD) - 'departmentId' - 'createdByUserId'
  THEN
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
