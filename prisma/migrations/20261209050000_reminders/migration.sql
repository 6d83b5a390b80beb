-- Reminders of confirmed appointments (docs/decisions/0058). What is said is in the ledger of messages; here is when.

-- What a doctor, or a hospital for its doctors, wants. Without a row: the usual, which the code knows.
CREATE TABLE "ReminderRule" (
  "id" uuid NOT NULL,
  "doctorId" uuid,
  "hospitalId" uuid,
  "minutesBefore" integer[] NOT NULL,
  "callsUnconfirmed" boolean NOT NULL DEFAULT false,
  "updatedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ReminderRule_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ReminderRule_owner" CHECK (num_nonnulls("doctorId", "hospitalId") = 1),
  CONSTRAINT "ReminderRule_times" CHECK (cardinality("minutesBefore") <= 5 AND 30 <= ALL ("minutesBefore") AND 43200 >= ALL ("minutesBefore"))
);
CREATE UNIQUE INDEX "ReminderRule_doctorId_key" ON "ReminderRule" ("doctorId");
CREATE UNIQUE INDEX "ReminderRule_hospitalId_key" ON "ReminderRule" ("hospitalId");

-- When an appointment is reminded of next. `plannedBy` and `plannedCalls`: the rule that was planned by.
CREATE TABLE "ReminderPlan" (
  "appointmentId" uuid NOT NULL,
  "agreedAt" timestamptz(3) NOT NULL,
  "needsPlanning" boolean NOT NULL DEFAULT true,
  "nextAt" timestamptz(3),
  "plannedBy" integer[],
  "plannedCalls" boolean,
  CONSTRAINT "ReminderPlan_pkey" PRIMARY KEY ("appointmentId")
);
CREATE INDEX "ReminderPlan_due" ON "ReminderPlan" ("nextAt", "appointmentId") WHERE "nextAt" IS NOT NULL AND NOT "needsPlanning";
CREATE INDEX "ReminderPlan_to_plan" ON "ReminderPlan" ("appointmentId") WHERE "needsPlanning";

ALTER TABLE "ReminderRule"
  ADD CONSTRAINT "ReminderRule_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "ReminderRule_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ReminderPlan"
  ADD CONSTRAINT "ReminderPlan_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "Appointment" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whatever confirms, moves or ends an appointment has it planned anew, or not at all: no code can forget it. What was to be sent
-- of the former time, and is not on its way yet, is cancelled. A worker that is sending holds the plan's row, and this waits for it.
CREATE FUNCTION "plan_reminders"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."status" = 'CONFIRMED' AND NEW."startsAt" > now() THEN
    INSERT INTO "ReminderPlan" AS p ("appointmentId", "agreedAt") VALUES (NEW."id", now())
    ON CONFLICT ("appointmentId") DO UPDATE SET "needsPlanning" = true, "nextAt" = NULL,
      "agreedAt" = CASE WHEN TG_OP = 'UPDATE' AND NEW."startsAt" <> OLD."startsAt" THEN now() ELSE p."agreedAt" END;
  ELSE
    DELETE FROM "ReminderPlan" WHERE "appointmentId" = NEW."id";
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW."status" <> 'CONFIRMED' OR NEW."startsAt" <> OLD."startsAt") THEN
    UPDATE "Message" SET "content" = NULL,
      "state" = (CASE "state" WHEN 'GIVEN_UP' THEN 'GIVEN_UP' ELSE 'CANCELLED' END)::"MessageState", "endedAt" = coalesce("endedAt", now())
    WHERE "about" = 'appointment:' || NEW."id" AND "reason" = 'appointment.reminded'
      AND "state" IN ('DUE', 'FAILED', 'GIVEN_UP') AND "content" IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Appointment_reminders_new" AFTER INSERT ON "Appointment" FOR EACH ROW
  WHEN (NEW."status" = 'CONFIRMED' AND NEW."startsAt" > now()) EXECUTE FUNCTION "plan_reminders"();
CREATE TRIGGER "Appointment_reminders_changed" AFTER UPDATE OF "status", "startsAt", "doctorId", "hospitalId", "scheduleId" ON "Appointment" FOR EACH ROW
  WHEN ((OLD."status" = 'CONFIRMED' OR NEW."status" = 'CONFIRMED')
    AND (OLD."status", OLD."startsAt", OLD."doctorId", OLD."hospitalId", OLD."scheduleId")
      IS DISTINCT FROM (NEW."status", NEW."startsAt", NEW."doctorId", NEW."hospitalId", NEW."scheduleId"))
  EXECUTE FUNCTION "plan_reminders"();

-- What is booked already.
INSERT INTO "ReminderPlan" ("appointmentId", "agreedAt")
SELECT "id", "createdAt" FROM "Appointment" WHERE "status" = 'CONFIRMED' AND "startsAt" > now();
