-- One ledger of what is told to whom: emails, pushes, text messages and notices in the portal. It takes over the outbox.

CREATE TYPE "MessageChannel" AS ENUM ('EMAIL', 'PUSH', 'SMS', 'IN_APP');
CREATE TYPE "MessageState" AS ENUM ('DUE', 'SENDING', 'SENT', 'FAILED', 'GIVEN_UP', 'CANCELLED');

CREATE TABLE "Message" (
  "id" uuid NOT NULL,
  "key" text NOT NULL,
  "userId" uuid,
  "toAddress" text,
  "patientId" uuid,
  "hospitalId" uuid,
  "about" text,
  "eventId" uuid,
  "reason" text NOT NULL,
  "channel" "MessageChannel" NOT NULL,
  "state" "MessageState" NOT NULL DEFAULT 'DUE',
  "dueAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "nextAttemptAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expiresAt" timestamptz(3),
  "attempts" integer NOT NULL DEFAULT 0,
  "claimedAt" timestamptz(3),
  "endedAt" timestamptz(3),
  "answer" text,
  "content" jsonb,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Message_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Message_recipient" CHECK (num_nonnulls("userId", "toAddress") > 0),
  CONSTRAINT "Message_attempts" CHECK ("attempts" >= 0),
  CONSTRAINT "Message_claim" CHECK (("state" = 'SENDING') <= ("claimedAt" IS NOT NULL)),
  CONSTRAINT "Message_end" CHECK (("state" IN ('SENT', 'GIVEN_UP', 'CANCELLED')) = ("endedAt" IS NOT NULL)),
  -- A notice in the portal has its words there; what was sent or withdrawn keeps none.
  CONSTRAINT "Message_content" CHECK ("content" IS NULL OR ("channel" <> 'IN_APP' AND "state" NOT IN ('SENT', 'CANCELLED'))),
  CONSTRAINT "Message_answer" CHECK ("answer" ~ '^[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}$')
);
CREATE UNIQUE INDEX "Message_key_key" ON "Message" ("key");
CREATE INDEX "Message_userId_createdAt_id_idx" ON "Message" ("userId", "createdAt", "id");
CREATE INDEX "Message_hospitalId_createdAt_id_idx" ON "Message" ("hospitalId", "createdAt", "id");
CREATE INDEX "Message_createdAt_id_idx" ON "Message" ("createdAt", "id");
CREATE INDEX "Message_state_createdAt_id_idx" ON "Message" ("state", "createdAt", "id");
CREATE INDEX "Message_channel_createdAt_id_idx" ON "Message" ("channel", "createdAt", "id");
CREATE INDEX "Message_hospitalId_dueAt_idx" ON "Message" ("hospitalId", "dueAt");
CREATE INDEX "Message_patientId_idx" ON "Message" ("patientId");
CREATE INDEX "Message_about_idx" ON "Message" ("about");
-- What a worker looks for, however long the ledger is.
CREATE INDEX "Message_due" ON "Message" ("channel", "nextAttemptAt", "id") WHERE "state" IN ('DUE', 'FAILED');
CREATE INDEX "Message_under_way" ON "Message" ("claimedAt") WHERE "state" = 'SENDING';
ALTER TABLE "Message"
  ADD CONSTRAINT "Message_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Message_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Message_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ───────────────────────────── the outbox ─────────────────────────────

-- What the last hour left is still sent; older mail waited for a server that there was not, or has been refused for too long.
INSERT INTO "Message" ("id", "key", "toAddress", "hospitalId", "reason", "channel", "state", "dueAt", "nextAttemptAt", "endedAt", "answer", "content", "createdAt")
SELECT m."id", 'mail:' || m."id", m."toAddress", m."hospitalId", 'mail', 'EMAIL', s."state"::"MessageState", m."dueAt", m."dueAt",
  CASE s."state" WHEN 'SENT' THEN m."sentAt" WHEN 'GIVEN_UP' THEN CURRENT_TIMESTAMP END,
  CASE s."state" WHEN 'GIVEN_UP' THEN 'not-configured' END,
  CASE WHEN s."state" <> 'SENT' THEN
    jsonb_build_object('letter', jsonb_build_object('subject', m."subject", 'body', jsonb_build_array(m."text"), 'why', ''))
  END,
  m."createdAt"
FROM "OutboundMail" m CROSS JOIN LATERAL (SELECT CASE
  WHEN m."sentAt" IS NOT NULL THEN 'SENT'
  WHEN m."dueAt" > CURRENT_TIMESTAMP - interval '1 hour' THEN 'DUE'
  ELSE 'GIVEN_UP' END AS "state") s;
DROP TABLE "OutboundMail";

-- Their jobs have no worker any more: due messages are found in the ledger itself.
DO $$
BEGIN
  IF to_regclass('graphile_worker._private_jobs') IS NOT NULL THEN
    DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
      WHERE t.id = j.task_id AND t.identifier = 'send-mail';
  END IF;
END $$;

-- ───────────────────────────── the steps, as MESSAGE_LIFE_CYCLE declares them ─────────────────────────────

CREATE FUNCTION "message_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF (NEW."channel" = 'IN_APP') <> (NEW."state" = 'SENT') OR NEW."state" NOT IN ('DUE', 'SENT') THEN
      RAISE EXCEPTION 'a message begins as due, a notice in the portal as sent' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW."key", NEW."channel", NEW."reason") <> (OLD."key", OLD."channel", OLD."reason") THEN
    RAISE EXCEPTION 'what a message is never changes' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."state" <> OLD."state" AND NOT (CASE OLD."state"
    WHEN 'DUE' THEN NEW."state" IN ('SENDING', 'CANCELLED')
    WHEN 'SENDING' THEN NEW."state" IN ('DUE', 'SENT', 'FAILED', 'GIVEN_UP', 'CANCELLED')
    WHEN 'FAILED' THEN NEW."state" IN ('SENDING', 'CANCELLED')
    WHEN 'GIVEN_UP' THEN NEW."state" = 'DUE'
    ELSE false END) THEN
    RAISE EXCEPTION 'a message cannot go from % to %', OLD."state", NEW."state" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Message_guard" BEFORE INSERT OR UPDATE OF "state", "key", "channel", "reason" ON "Message"
  FOR EACH ROW EXECUTE FUNCTION "message_guard"();

INSERT INTO "PatientReference" ("tableName", "position", "handling") VALUES ('Message', 46, 'STAYS');
SELECT "cover_patient_references"();
