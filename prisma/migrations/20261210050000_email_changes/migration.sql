-- Another address for an account, with its owner's consent; and what administrators look up when someone can't sign in.

CREATE TYPE "EmailChangeStatus" AS ENUM ('PENDING', 'DONE', 'WITHDRAWN', 'EXPIRED');

-- CreateTable
CREATE TABLE "EmailChange" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "oldEmail" CITEXT NOT NULL,
    "newEmail" CITEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "EmailChangeStatus" NOT NULL DEFAULT 'PENDING',
    "tokenHash" TEXT,
    "stopTokenHash" TEXT,
    "requestedByUserId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EmailChange_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "EmailChange_another_address" CHECK ("newEmail" <> "oldEmail"),
    CONSTRAINT "EmailChange_by_another" CHECK ("requestedByUserId" <> "userId"),
    CONSTRAINT "EmailChange_end" CHECK (("status" = 'PENDING') = ("endedAt" IS NULL)),
    CONSTRAINT "EmailChange_links" CHECK (("status" = 'PENDING') = ("tokenHash" IS NOT NULL) AND ("status" = 'PENDING') = ("stopTokenHash" IS NOT NULL))
);

-- CreateIndex
CREATE UNIQUE INDEX "EmailChange_tokenHash_key" ON "EmailChange"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "EmailChange_stopTokenHash_key" ON "EmailChange"("stopTokenHash");

-- CreateIndex
CREATE INDEX "EmailChange_userId_createdAt_id_idx" ON "EmailChange"("userId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "EmailChange_status_expiresAt_idx" ON "EmailChange"("status", "expiresAt");

-- CreateIndex
CREATE INDEX "EmailChange_oldEmail_idx" ON "EmailChange"("oldEmail");

-- AddForeignKey
ALTER TABLE "EmailChange" ADD CONSTRAINT "EmailChange_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One change of an account is open at a time, and an address is promised to one account.
CREATE UNIQUE INDEX "EmailChange_one_pending" ON "EmailChange" ("userId") WHERE "status" = 'PENDING';
CREATE UNIQUE INDEX "EmailChange_promised_once" ON "EmailChange" ("newEmail") WHERE "status" = 'PENDING';

-- ───────────────────────────── the steps, as EMAIL_CHANGE_LIFE_CYCLE declares them ─────────────────────────────

CREATE FUNCTION "email_change_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."status" <> 'PENDING' THEN
      RAISE EXCEPTION 'an email change begins as pending' USING ERRCODE = 'check_violation';
    END IF;
    NEW."createdAt" := least(NEW."createdAt", now());
    NEW."expiresAt" := NEW."createdAt" + interval '24 hours';
    RETURN NEW;
  END IF;
  IF to_jsonb(NEW) - ARRAY['status', 'endedAt', 'tokenHash', 'stopTokenHash'] <> to_jsonb(OLD) - ARRAY['status', 'endedAt', 'tokenHash', 'stopTokenHash'] THEN
    RAISE EXCEPTION 'what an email change is about never changes' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."status" <> 'PENDING' THEN
    RAISE EXCEPTION 'an email change cannot go from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."status" = 'PENDING' THEN
    RAISE EXCEPTION 'an email change only ends, once' USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW."status" = 'DONE' AND OLD."expiresAt" <= clock_timestamp()) OR (NEW."status" = 'EXPIRED' AND OLD."expiresAt" > clock_timestamp()) THEN
    RAISE EXCEPTION 'an email change cannot go from % to % at this time', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  NEW."endedAt" := now();
  NEW."tokenHash" := NULL;
  NEW."stopTokenHash" := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER "EmailChange_guard" BEFORE INSERT OR UPDATE ON "EmailChange" FOR EACH ROW EXECUTE FUNCTION "email_change_guard"();

-- An account's address changes with the consent of the person who reads mail there, and in no other way.
CREATE FUNCTION "user_email_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "EmailChange" c WHERE c."userId" = NEW."id" AND c."status" = 'DONE'
      AND c."newEmail" = NEW."email" AND c."oldEmail" = OLD."email" AND c."endedAt" = now()::timestamptz(3)) THEN
    RAISE EXCEPTION 'the address of an account changes by an EmailChange only' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "User_email_guard" BEFORE UPDATE OF "email" ON "User"
  FOR EACH ROW WHEN (NEW."email" IS DISTINCT FROM OLD."email") EXECUTE FUNCTION "user_email_guard"();

-- ───────────────────────────── why someone can't sign in ─────────────────────────────

-- Sessions of an account, the latest first.
DROP INDEX "Session_userId_idx";
CREATE INDEX "Session_userId_createdAt_id_idx" ON "Session"("userId", "createdAt", "id");

-- Which counts of wrong passwords concern one account, wherever they were entered.
ALTER TABLE "AttemptThrottle" ADD COLUMN "about" TEXT;
CREATE INDEX "AttemptThrottle_about_idx" ON "AttemptThrottle"("about");

-- What was sent to an address without an account, and which invitations wait there.
CREATE INDEX "Message_toAddress_createdAt_id_idx" ON "Message"("toAddress", "createdAt", "id");
CREATE INDEX "StaffInvitation_pending_address" ON "StaffInvitation" ("email") WHERE "status" = 'PENDING';
CREATE INDEX "DoctorInvitation_pending_address" ON "DoctorInvitation" ("email") WHERE "status" = 'PENDING';
CREATE INDEX "FamilyInvitation_pending_address" ON "FamilyInvitation" ("email") WHERE "status" = 'PENDING';

-- Addresses that look alike, by the part before the @: domains are shared by many.
CREATE INDEX "User_mailbox_letters" ON "User" USING gin ((split_part("email"::text, '@', 1)) gin_trgm_ops);
