-- Acting for someone has a scope, ends by itself, and can be given and taken back by the people themselves.

CREATE TYPE "AccessScope" AS ENUM ('BOOK', 'READ', 'ALL');

ALTER TABLE "PatientAccess"
  ADD COLUMN "scope" "AccessScope" NOT NULL DEFAULT 'ALL',
  ADD COLUMN "untilMajority" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "grantedById" UUID,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "PatientAccess" ADD CONSTRAINT "PatientAccess_grantedById_fkey"
  FOREIGN KEY ("grantedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Parents act for a child until it is of age.
UPDATE "PatientAccess" SET "untilMajority" = true WHERE "relation" = 'CHILD';
UPDATE "PatientAccess" SET "expiresAt" = NULL WHERE "relation" = 'SELF';

ALTER TABLE "PatientAccess" ADD CONSTRAINT "PatientAccess_self_is_whole" CHECK (
  "relation" <> 'SELF' OR ("scope" = 'ALL' AND "expiresAt" IS NULL AND NOT "untilMajority"));
-- Two accounts can't both be one person.
CREATE UNIQUE INDEX "PatientAccess_self_of_one" ON "PatientAccess" ("patientId") WHERE "relation" = 'SELF';

CREATE TABLE "FamilyInvitation" (
    "id" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "relation" "PatientRelation" NOT NULL,
    "scope" "AccessScope" NOT NULL,
    "accessExpiresAt" TIMESTAMPTZ(3),
    "status" "InvitationStatus" NOT NULL DEFAULT 'PENDING',
    "tokenHash" TEXT,
    "createdByUserId" UUID NOT NULL,
    "acceptedByUserId" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "respondedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FamilyInvitation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "FamilyInvitation_link" CHECK (("status" = 'PENDING') = ("tokenHash" IS NOT NULL)),
    CONSTRAINT "FamilyInvitation_self_is_whole" CHECK (
      "relation" <> 'SELF' OR ("scope" = 'ALL' AND "accessExpiresAt" IS NULL))
);
CREATE UNIQUE INDEX "FamilyInvitation_tokenHash_key" ON "FamilyInvitation"("tokenHash");
CREATE INDEX "FamilyInvitation_patientId_status_createdAt_id_idx" ON "FamilyInvitation"("patientId", "status", "createdAt", "id");
CREATE INDEX "FamilyInvitation_status_expiresAt_idx" ON "FamilyInvitation"("status", "expiresAt");
CREATE UNIQUE INDEX "FamilyInvitation_one_pending" ON "FamilyInvitation" ("patientId", "email") WHERE "status" = 'PENDING';
ALTER TABLE "FamilyInvitation"
  ADD CONSTRAINT "FamilyInvitation_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "FamilyInvitation_createdByUserId_fkey" FOREIGN KEY ("createdByUserId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ───────────────────────────── what holds now ─────────────────────────────

-- The 18th birthday. Who was born on 29 February is of age on 1 March; lib/domain/family/rules.ts says the same.
CREATE FUNCTION "majority_on"(born date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
  SELECT (born + interval '18 years')::date + CASE WHEN to_char(born, 'MMDD') = '0229' THEN 1 ELSE 0 END
$$;

-- The date somewhere. A zone that this server doesn't know has the date of UTC, rather than failing every sign-in.
CREATE FUNCTION "date_in"(zone text, at timestamptz) RETURNS date LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
  RETURN (at AT TIME ZONE zone)::date;
EXCEPTION WHEN invalid_parameter_value THEN
  RETURN (at AT TIME ZONE 'UTC')::date;
END $$;

-- Whether someone is of age where they live: by their own account's zone, else by that of the account that asks. The
-- zone only matters on the days around the birthday.
CREATE FUNCTION "is_of_age"(patient uuid, born date, asking uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN born IS NULL OR (at AT TIME ZONE 'UTC')::date < "majority_on"(born) - 1 THEN false
    WHEN (at AT TIME ZONE 'UTC')::date > "majority_on"(born) + 1 THEN true
    ELSE "date_in"(coalesce(
      (SELECT u."timeZone" FROM "PatientAccess" a JOIN "User" u ON u."id" = a."userId"
       WHERE a."patientId" = patient AND a."relation" = 'SELF'),
      (SELECT u."timeZone" FROM "User" u WHERE u."id" = asking)), at) >= "majority_on"(born)
  END
$$;

-- The accesses that hold at this moment, and what for: the one definition for policies, events and row-level security.
CREATE VIEW "PatientAccessNow" AS
  SELECT a."id", a."userId", a."patientId", a."relation", a."scope", a."createdAt",
    a."scope" <> 'READ' AS "canBook", a."scope" <> 'BOOK' AS "canRead",
    -- Oneself; and parents, for as long as the child is one.
    a."relation" = 'SELF' OR (a."relation" = 'CHILD' AND a."scope" = 'ALL' AND a."untilMajority") AS "canManage"
  FROM "PatientAccess" a JOIN "Patient" p ON p."id" = a."patientId"
  WHERE (a."expiresAt" IS NULL OR a."expiresAt" > now())
    AND NOT (a."untilMajority" AND "is_of_age"(p."id", p."bornOn", a."userId", now()));

-- ───────────────────────────── row-level security and the audit trail ─────────────────────────────

-- The patients whose record the acting user may read now.
CREATE FUNCTION "readable_patients"() RETURNS uuid[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(a."patientId"), '{}') FROM "PatientAccessNow" a
  WHERE a."canRead" AND a."userId" = (
    CASE WHEN current_setting('app.actor', true) ~ '^[0-9a-f-]{36}$' THEN current_setting('app.actor', true)::uuid END)
$$;

DROP POLICY "encounter_read" ON "Encounter";
CREATE POLICY "encounter_read" ON "Encounter" FOR SELECT USING (
  "doctorId"::text = current_setting('app.doctor', true)
  OR ("status" = 'SIGNED' AND ("patientId" = ANY ((SELECT "readable_patients"())::uuid[]) OR "treats"("patientId")))
);

-- As before, by the accesses that hold and cover the record.
CREATE OR REPLACE FUNCTION "audit_purpose"(actor uuid, patient uuid, doctor uuid) RETURNS "AuditPurpose" LANGUAGE sql STABLE
  SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN actor IS NULL THEN 'OPERATIONS'
    WHEN EXISTS (SELECT 1 FROM "Doctor" d WHERE d."id" = doctor AND d."userId" = actor) THEN 'TREATMENT'
    ELSE (SELECT CASE a."relation" WHEN 'SELF' THEN 'PATIENT_REQUEST' ELSE 'PROXY' END FROM "PatientAccessNow" a
          WHERE a."userId" = actor AND a."patientId" = patient AND a."canRead")
  END::"AuditPurpose"
$$;
