-- The codes of diagnoses: editions, their codes and words, a file on its way in, and what each doctor has used.

-- CreateEnum
CREATE TYPE "DiagnosisEditionStatus" AS ENUM ('UPLOADING', 'LOADING', 'READY', 'FAILED');

-- CreateTable
CREATE TABLE "DiagnosisEdition" (
    "id" UUID NOT NULL,
    "system" TEXT NOT NULL,
    "release" TEXT NOT NULL,
    "isBuiltIn" BOOLEAN NOT NULL DEFAULT false,
    "digest" TEXT,
    "status" "DiagnosisEditionStatus" NOT NULL DEFAULT 'UPLOADING',
    "isActive" BOOLEAN NOT NULL DEFAULT false,
    "fileBytes" INTEGER NOT NULL DEFAULT 0,
    "processedBytes" INTEGER NOT NULL DEFAULT 0,
    "codeCount" INTEGER NOT NULL DEFAULT 0,
    "fault" TEXT,
    "claimedBy" UUID,
    "claimedAt" TIMESTAMPTZ(3),
    "createdByUserId" UUID,
    "finishedAt" TIMESTAMPTZ(3),
    "activatedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DiagnosisEdition_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "DiagnosisEdition_active_is_ready" CHECK (NOT "isActive" OR "status" = 'READY'),
    CONSTRAINT "DiagnosisEdition_fault_says_why" CHECK (("fault" IS NOT NULL) = ("status" = 'FAILED')),
    CONSTRAINT "DiagnosisEdition_built_in_has_a_digest" CHECK (("digest" IS NOT NULL) = "isBuiltIn")
);

-- CreateIndex
CREATE INDEX "DiagnosisEdition_createdAt_id_idx" ON "DiagnosisEdition"("createdAt", "id");

-- ───────────────────────────── by hand ─────────────────────────────

CREATE UNIQUE INDEX "DiagnosisEdition_one_is_active" ON "DiagnosisEdition" ("isActive") WHERE "isActive";
CREATE UNIQUE INDEX "DiagnosisEdition_one_is_built_in" ON "DiagnosisEdition" ("isBuiltIn") WHERE "isBuiltIn";
-- The same release isn't loaded twice; the built-in selection may bear the release it is drawn from.
CREATE UNIQUE INDEX "DiagnosisEdition_release" ON "DiagnosisEdition" ("system", "release") WHERE "status" <> 'FAILED' AND NOT "isBuiltIn";

CREATE TABLE "DiagnosisCode" (
    "editionId" UUID NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "synonyms" TEXT NOT NULL DEFAULT '',
    "general" TEXT NOT NULL DEFAULT '',
    "isHeading" BOOLEAN NOT NULL DEFAULT false,
    -- The edition is a word too, so that the index passes over the codes of all others; and, for its categories, the
    -- length of the code.
    "words" tsvector GENERATED ALWAYS AS (
      setweight(to_tsvector('simple'::regconfig, "search_line"("name")), 'A')
      || setweight(to_tsvector('simple'::regconfig, "search_line"("synonyms")), 'B')
      || setweight(to_tsvector('simple'::regconfig, "search_line"("general")), 'C')
      || array_to_tsvector(ARRAY["editionId"::text, "editionId"::text || '=' || length("code")::text])
    ) STORED,

    CONSTRAINT "DiagnosisCode_pkey" PRIMARY KEY ("editionId", "code"),
    CONSTRAINT "DiagnosisCode_looks_like_one" CHECK ("code" ~ '^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$'),
    CONSTRAINT "DiagnosisCode_has_a_name" CHECK ("name" <> '')
);
CREATE INDEX "DiagnosisCode_words" ON "DiagnosisCode" USING gin ("words") WITH (fastupdate = off);

-- All spellings of a word with one letter left out, and the word: a letter too many, too few, another one, or two
-- swapped, and the lists of both words overlap.
CREATE FUNCTION "one_letter_less"(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = public, pg_temp AS $$
  SELECT array_agg(DISTINCT left(word, at - 1) || substr(word, at + 1)) || word FROM generate_series(1, length(word)) AS at
$$;

CREATE TABLE "DiagnosisWord" (
    "editionId" UUID NOT NULL,
    "word" TEXT COLLATE "C" NOT NULL,
    "forms" TEXT[] GENERATED ALWAYS AS ("one_letter_less"("word")) STORED,

    CONSTRAINT "DiagnosisWord_pkey" PRIMARY KEY ("editionId", "word")
);
CREATE INDEX "DiagnosisWord_forms" ON "DiagnosisWord" USING gin ("forms") WITH (fastupdate = off);
CREATE INDEX "DiagnosisWord_letters" ON "DiagnosisWord" USING gin ("word" gin_trgm_ops) WITH (fastupdate = off);

CREATE TABLE "DiagnosisFilePart" (
    "editionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "DiagnosisFilePart_pkey" PRIMARY KEY ("editionId", "number")
);

CREATE TABLE "DiagnosisUse" (
    "doctorId" UUID NOT NULL,
    "system" TEXT NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "usedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DiagnosisUse_pkey" PRIMARY KEY ("doctorId", "system", "code")
);

ALTER TABLE "DiagnosisCode" ADD CONSTRAINT "DiagnosisCode_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "DiagnosisEdition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DiagnosisWord" ADD CONSTRAINT "DiagnosisWord_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "DiagnosisEdition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DiagnosisFilePart" ADD CONSTRAINT "DiagnosisFilePart_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "DiagnosisEdition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DiagnosisUse" ADD CONSTRAINT "DiagnosisUse_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An edition that doctors search never changes under them: codes come in while it is loading, all at once as others see it.
CREATE FUNCTION "diagnosis_codes_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (SELECT DISTINCT "editionId" FROM added) a
    JOIN "DiagnosisEdition" e ON e."id" = a."editionId" WHERE e."status" <> 'LOADING'
  ) THEN
    RAISE EXCEPTION 'codes are added while their edition is loading' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "DiagnosisCode_guard" AFTER INSERT ON "DiagnosisCode" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "diagnosis_codes_guard"();

-- UPLOADING → LOADING → READY; out of both by failing. What is over stays over.
CREATE FUNCTION "diagnosis_edition_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."status" IS DISTINCT FROM OLD."status" AND NOT (
    (OLD."status" = 'UPLOADING' AND NEW."status" IN ('LOADING', 'FAILED'))
    OR (OLD."status" = 'LOADING' AND NEW."status" IN ('READY', 'FAILED'))
  ) THEN
    RAISE EXCEPTION 'an edition cannot go from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW."system", NEW."release", NEW."isBuiltIn") IS DISTINCT FROM (OLD."system", OLD."release", OLD."isBuiltIn") THEN
    RAISE EXCEPTION 'an edition keeps its name' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "DiagnosisEdition_guard" BEFORE UPDATE ON "DiagnosisEdition" FOR EACH ROW EXECUTE FUNCTION "diagnosis_edition_guard"();

-- Searches the active edition (docs/decisions/0045): the code as typed; what this doctor has used; codes that begin so;
-- whole words of the name; whole words of the synonyms; beginnings of words; and, for words the edition doesn't know,
-- those one typing error away, else the most similar. In each step categories come
-- before their parts, and shorter names before longer ones. Nothing typed: what this doctor has used.
CREATE FUNCTION "find_diagnoses"(typed text, doctor uuid, most int)
RETURNS TABLE ("system" text, "version" text, "code" text, "name" text, "isHeading" boolean, "isRecent" boolean)
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  edition "DiagnosisEdition";
  token text;
  alike text[];
  tokens text[] := '{}';
  exact text[] := '{}';
  beginnings text[] := '{}';
  lead text;
  within text;
  as_code text := upper(regexp_replace(typed, '[^A-Za-z0-9]', '', 'g'));
  loosest tsquery;
  step text;
  scope text;
  recent text[] := '{}';
  hits text[] := '{}';
BEGIN
  SELECT * INTO edition FROM "DiagnosisEdition" e WHERE e."isActive";
  IF NOT FOUND THEN RETURN; END IF;
  -- Just after an edition was loaded the planner still takes the table for a small one.
  PERFORM set_config('enable_seqscan', 'off', TRUE);
  within := quote_literal(edition."id"::text) || ' & ';
  as_code := CASE WHEN as_code !~ '^[A-Z][0-9][0-9A-Z]{0,5}$' THEN NULL WHEN length(as_code) > 3 THEN left(as_code, 3) || '.' || substr(as_code, 4) ELSE as_code END;

  FOREACH token IN ARRAY string_to_array("search_words"(typed), ' ') LOOP
    CONTINUE WHEN token = '' OR token = ANY ('{a,an,and,by,for,from,in,of,on,or,the,to,with}') OR token = ANY (tokens);
    EXIT WHEN cardinality(tokens) >= 8;
    tokens := tokens || token;
    alike := NULL;
    IF length(token) >= 3 AND token !~ '[0-9]' AND NOT EXISTS (
      SELECT 1 FROM "DiagnosisWord" w WHERE w."editionId" = edition."id" AND w."word" >= token AND w."word" < token || chr(1114111)
    ) THEN
      alike := ARRAY(
        SELECT w."word" FROM "DiagnosisWord" w WHERE w."editionId" = edition."id" AND w."forms" && "one_letter_less"(token)
        ORDER BY similarity(w."word", token) DESC, w."word" LIMIT 6
      );
      IF alike = '{}' THEN
        alike := ARRAY(
          SELECT near."word" FROM (
            SELECT w."word", similarity(w."word", token) AS score, max(similarity(w."word", token)) OVER () AS best
            FROM "DiagnosisWord" w WHERE w."editionId" = edition."id" AND w."word" % token ORDER BY score DESC, w."word" LIMIT 6
          ) near WHERE near.score >= near.best * 0.8 ORDER BY near.score DESC, near."word"
        );
      END IF;
    END IF;
    IF cardinality(tokens) = 1 AND alike IS NULL THEN lead := token; END IF;
    -- `?` stands for the weights that count in a step.
    IF cardinality(alike) > 0 THEN
      exact := exact || (SELECT '(' || string_agg(quote_literal(a) || ':?', ' | ') || ')' FROM unnest(alike) AS a);
      beginnings := beginnings || exact[cardinality(exact)];
    ELSE
      exact := exact || (quote_literal(token) || ':?');
      beginnings := beginnings || (quote_literal(token) || ':*?');
    END IF;
  END LOOP;
  IF tokens <> '{}' THEN
    loosest := (within || replace(array_to_string(beginnings, ' & '), '?', 'ABC'))::tsquery;
  END IF;

  SELECT COALESCE(array_agg(mine."code"), '{}') INTO recent FROM (
    SELECT u."code" FROM "DiagnosisUse" u
    JOIN "DiagnosisCode" c ON c."editionId" = edition."id" AND c."code" = u."code"
    WHERE u."doctorId" = doctor AND u."system" = edition."system"
      AND (loosest IS NULL OR c."words" @@ loosest OR starts_with(c."code", as_code))
    ORDER BY u."usedAt" DESC, u."code" LIMIT most
  ) mine;

  IF as_code IS NOT NULL THEN
    hits := ARRAY(SELECT c."code" FROM "DiagnosisCode" c WHERE c."editionId" = edition."id" AND c."code" = as_code);
  END IF;
  hits := hits || ARRAY(SELECT r FROM unnest(recent) WITH ORDINALITY AS mine(r, n) WHERE r <> ALL (hits) ORDER BY n);
  IF as_code IS NOT NULL AND cardinality(hits) < most THEN
    hits := hits || ARRAY(
      SELECT c."code" FROM "DiagnosisCode" c
      WHERE c."editionId" = edition."id" AND c."code" >= as_code AND c."code" < as_code || chr(1114111) AND c."code" <> ALL (hits)
      ORDER BY c."code" LIMIT most - cardinality(hits)
    );
  END IF;
  IF loosest IS NOT NULL THEN
    FOREACH step IN ARRAY ARRAY[
      replace(array_to_string(exact, ' & '), '?', 'A'),
      replace(array_to_string(exact, ' & '), '?', 'AB'),
      replace(array_to_string(beginnings, ' & '), '?', 'AB'),
      replace(array_to_string(beginnings, ' & '), '?', 'ABC')
    ] LOOP
      -- Categories are few and mean most. Of the others only so many are looked at, so that even "sequela" takes no time.
      FOREACH scope IN ARRAY ARRAY[quote_literal(edition."id"::text || '=3') || ' & ', within] LOOP
        EXIT WHEN cardinality(hits) >= most;
        hits := hits || ARRAY(
          SELECT c."code" FROM (
            SELECT d."code", d."name" FROM "DiagnosisCode" d
            WHERE d."words" @@ (scope || step)::tsquery AND d."code" <> ALL (hits) LIMIT 1000
          ) c
          ORDER BY lower(left(c."name", length(lead))) <> lead, length(c."name"), c."code" LIMIT most - cardinality(hits)
        );
      END LOOP;
      lead := NULL;
    END LOOP;
  END IF;

  PERFORM set_config('enable_seqscan', 'on', TRUE);

  RETURN QUERY
    SELECT edition."system", edition."release", c."code"::text, c."name", c."isHeading", c."code" = ANY (recent)
    FROM unnest(hits) WITH ORDINALITY AS hit("code", n)
    JOIN "DiagnosisCode" c ON c."editionId" = edition."id" AND c."code" = hit."code"
    ORDER BY hit.n LIMIT most;
END $$;
