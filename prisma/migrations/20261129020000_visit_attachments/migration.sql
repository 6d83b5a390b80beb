-- Files: encrypted bytes in a store outside the database, and the attachments of a visit's note that show them.

CREATE TABLE "StoredFile" (
  "id" uuid NOT NULL,
  "keyId" text NOT NULL,
  "wrappedKey" bytea NOT NULL,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "claimedAt" timestamptz(3),
  "releasedAt" timestamptz(3),
  CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id"),
  -- A nonce, a key of 256 bits and a tag.
  CONSTRAINT "StoredFile_wrapped" CHECK ("keyId" <> '' AND octet_length("wrappedKey") = 60)
);
CREATE INDEX "StoredFile_keyId_id_idx" ON "StoredFile" ("keyId", "id");
-- What the sweep looks for; nearly all files are shown and in neither.
CREATE INDEX "StoredFile_unclaimed" ON "StoredFile" ("id") WHERE "claimedAt" IS NULL;
CREATE INDEX "StoredFile_released" ON "StoredFile" ("id") WHERE "releasedAt" IS NOT NULL;

CREATE TABLE "Attachment" (
  "id" uuid NOT NULL,
  "encounterId" uuid NOT NULL,
  "patientId" uuid NOT NULL,
  "fileId" uuid NOT NULL,
  "name" text NOT NULL,
  "type" text NOT NULL,
  "size" integer NOT NULL,
  "fingerprint" text NOT NULL,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Attachment_file" CHECK (
    "name" <> '' AND "size" > 0 AND "type" IN ('application/pdf', 'image/jpeg', 'image/png', 'image/webp')
  )
);
CREATE UNIQUE INDEX "Attachment_fileId_key" ON "Attachment" ("fileId");
CREATE UNIQUE INDEX "Attachment_encounterId_fingerprint_key" ON "Attachment" ("encounterId", "fingerprint");
CREATE INDEX "Attachment_encounterId_id_idx" ON "Attachment" ("encounterId", "id");
CREATE INDEX "Attachment_patientId_id_idx" ON "Attachment" ("patientId", "id");

ALTER TABLE "Attachment"
  ADD CONSTRAINT "Attachment_encounterId_fkey" FOREIGN KEY ("encounterId") REFERENCES "Encounter" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Attachment_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Attachment_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ───────────────────────────── what is signed stands ─────────────────────────────

-- Unlike the other parts, a file comes and goes without a new version of the note. The lock makes a signature and a file that
-- meet take turns, and two files of the same note.
CREATE FUNCTION "attachment_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  part "Attachment";
  encounter record;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'an attachment never changes' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN part := OLD; ELSE part := NEW; END IF;
  SELECT e."status", e."patientId" INTO encounter FROM "Encounter" e WHERE e."id" = part."encounterId" FOR NO KEY UPDATE;
  IF encounter."status" IS DISTINCT FROM 'DRAFT' THEN
    RAISE EXCEPTION 'the attachments of a signed encounter never change' USING ERRCODE = 'check_violation';
  END IF;
  IF part."patientId" <> encounter."patientId" THEN
    RAISE EXCEPTION 'an attachment belongs to the patient of its encounter' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' AND (SELECT count(*) FROM "Attachment" a WHERE a."encounterId" = part."encounterId") >= 20 THEN
    RAISE EXCEPTION 'an encounter has at most 20 attachments' USING ERRCODE = 'check_violation';
  END IF;
  RETURN part;
END $$;
CREATE TRIGGER "Attachment_guard" BEFORE INSERT OR UPDATE OR DELETE ON "Attachment"
  FOR EACH ROW EXECUTE FUNCTION "attachment_guard"();

-- ───────────────────────────── row-level security ─────────────────────────────

-- As the other parts: read with the encounter, written by the doctor who writes that. A stored file has no policy: it holds
-- neither content nor names, and the worker sweeps those of everyone.
ALTER TABLE "Attachment" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "part_read" ON "Attachment" FOR SELECT USING (
  EXISTS (SELECT FROM "Encounter" e WHERE e."id" = "encounterId"));
CREATE POLICY "part_write" ON "Attachment" FOR INSERT WITH CHECK (EXISTS (
  SELECT FROM "Encounter" e WHERE e."id" = "encounterId" AND e."doctorId"::text = current_setting('app.doctor', true)));
CREATE POLICY "part_remove" ON "Attachment" FOR DELETE USING (EXISTS (
  SELECT FROM "Encounter" e WHERE e."id" = "encounterId" AND e."doctorId"::text = current_setting('app.doctor', true)));
