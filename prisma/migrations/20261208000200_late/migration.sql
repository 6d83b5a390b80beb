-- A doctor runs late today: the appointments keep their agreed times, and their patients are told when to expect theirs.
ALTER TYPE "DisruptionKind" ADD VALUE 'LATE';
ALTER TABLE "Disruption"
  ADD COLUMN "lateMinutes" integer,
  -- As text: PostgreSQL refuses to use a value in the transaction that adds it.
  ADD CONSTRAINT "Disruption_late" CHECK (("kind"::text = 'LATE') = ("lateMinutes" IS NOT NULL)),
  ADD CONSTRAINT "Disruption_late_minutes" CHECK ("lateMinutes" BETWEEN 5 AND 480),
  ADD CONSTRAINT "Disruption_late_day" CHECK ("lateMinutes" IS NULL OR "firstOn" = "lastOn");
-- One number is told at a time: another one ends it. And one is about to be told.
CREATE UNIQUE INDEX "Disruption_one_late" ON "Disruption" ("doctorId", (coalesce("hospitalId", '00000000-0000-0000-0000-000000000000'::uuid)), "status")
  WHERE "lateMinutes" IS NOT NULL AND "status" IN ('PREPARED', 'ANNOUNCED');
