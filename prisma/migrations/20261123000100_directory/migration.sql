-- The public directory: one row per doctor answers every question it is asked, in the order it is asked for, so
-- that a page costs the same whether a thousand doctors are listed or a million.

ALTER TABLE "Doctor"
  ADD COLUMN "facets" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "listedLatitude" DOUBLE PRECISION,
  ADD COLUMN "listedLongitude" DOUBLE PRECISION;
ALTER TABLE "Doctor" ALTER COLUMN "facets" SET DEFAULT ARRAY[]::TEXT[];
-- The next free time changes with every booking: room on the page for the new version of the row.
ALTER TABLE "Doctor" SET (fillfactor = 80);

-- Every word of the directory, once: what is mistyped is compared with words, not with rows.
CREATE TABLE "SearchWord" (
  "word" TEXT NOT NULL,
  CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);
CREATE INDEX "SearchWord_begins" ON "SearchWord" ("word" text_pattern_ops);
CREATE INDEX "SearchWord_letters" ON "SearchWord" USING gist ("word" gist_trgm_ops (siglen = 32));

-- Lower case without accents; all ASCII signs, quotation marks and dashes are spaces. In any locale.
CREATE FUNCTION "search_line"(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN btrim(regexp_replace("searchable"(t), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g'));

-- What is listed of a doctor. Places count while they take the doctor: an active affiliation with a verified hospital.
CREATE FUNCTION "doctor_listing"(d uuid, OUT "search" text, OUT "facets" text[], OUT "latitude" float8, OUT "longitude" float8)
LANGUAGE sql STABLE AS $$
  WITH place AS (
    SELECT h."id", h."name", h."city", h."latitude", h."longitude", a."createdAt", a."id" AS "affiliationId"
    FROM "Affiliation" a JOIN "Hospital" h ON h."id" = a."hospitalId"
    WHERE a."doctorId" = d AND a."status" = 'ACTIVE' AND h."verification" = 'VERIFIED'
  ), specialty AS (
    SELECT s."slug", s."name" FROM "DoctorSpecialty" ds JOIN "Specialty" s ON s."id" = ds."specialtyId" WHERE ds."doctorId" = d
  ), service AS (
    SELECT v."slug", v."name", o."mode"::text FROM "DoctorService" o JOIN "Service" v ON v."id" = o."serviceId" WHERE o."doctorId" = d
  ), nearest AS (
    SELECT p."latitude", p."longitude" FROM place p WHERE p."latitude" IS NOT NULL ORDER BY p."createdAt", p."affiliationId" LIMIT 1
  )
  SELECT
    "search_line"(concat_ws(' ', doc."name", (SELECT string_agg("name", ' ' ORDER BY "name") FROM specialty),
      doc."practiceName", doc."city", (SELECT string_agg(concat_ws(' ', "name", "city"), ' ' ORDER BY "name") FROM place),
      (SELECT string_agg("name", ' ' ORDER BY "name") FROM service))),
    ARRAY(
      SELECT 'city:' || "search_line"(doc."city") WHERE doc."city" <> ''
      UNION SELECT 'city:' || "search_line"("city") FROM place WHERE "city" <> ''
      UNION SELECT 'hospital:' || "id" FROM place
      UNION SELECT 'specialty:' || "slug" FROM specialty
      UNION SELECT 'service:' || "slug" FROM service
      UNION SELECT 'mode:' || "mode" FROM service
      UNION SELECT 'mode:IN_PERSON' WHERE NOT EXISTS (SELECT 1 FROM service)
      UNION SELECT 'language:' || lower(l) FROM unnest(doc."languages") AS l
      ORDER BY 1),
    COALESCE(doc."latitude", (SELECT "latitude" FROM nearest)),
    COALESCE(doc."longitude", (SELECT "longitude" FROM nearest))
  FROM "Doctor" doc WHERE doc."id" = d
$$;

CREATE FUNCTION "refresh_doctor_listing"(d uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  line text;
  state "Verification";
BEGIN
  UPDATE "Doctor" doc SET ("searchText", "facets", "listedLatitude", "listedLongitude") =
    (SELECT l."search", l."facets", l."latitude", l."longitude" FROM "doctor_listing"(d) l)
    WHERE doc."id" = d RETURNING doc."searchText", doc."verification" INTO line, state;
  -- Only listed doctors lend their words; in one order, so that two newcomers wait for each other and not in a circle.
  IF state = 'VERIFIED' THEN
    INSERT INTO "SearchWord" ("word")
      SELECT DISTINCT w FROM unnest(string_to_array(line, ' ')) AS w
      WHERE length(w) BETWEEN 3 AND 64 AND NOT EXISTS (SELECT 1 FROM "SearchWord" known WHERE known."word" = w)
      ORDER BY w ON CONFLICT DO NOTHING;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION "refresh_doctor_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Doctor' THEN
    PERFORM "refresh_doctor_listing"(NEW."id");
  ELSIF TG_TABLE_NAME = 'Hospital' THEN
    PERFORM "refresh_doctor_listing"(a."doctorId") FROM "Affiliation" a
      WHERE a."hospitalId" = NEW."id" AND a."status" = 'ACTIVE' ORDER BY a."doctorId";
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM "refresh_doctor_listing"(OLD."doctorId");
  ELSE
    PERFORM "refresh_doctor_listing"(NEW."doctorId");
  END IF;
  RETURN NULL;
END $$;
DROP FUNCTION "doctor_search_text"(uuid);

DROP TRIGGER "Doctor_search" ON "Doctor";
CREATE TRIGGER "Doctor_search"
  AFTER INSERT OR UPDATE OF "name", "practiceName", "city", "languages", "latitude", "longitude", "verification" ON "Doctor"
  FOR EACH ROW EXECUTE FUNCTION "refresh_doctor_search"();
CREATE TRIGGER "DoctorService_search" AFTER INSERT OR DELETE OR UPDATE OF "mode" ON "DoctorService"
  FOR EACH ROW EXECUTE FUNCTION "refresh_doctor_search"();
CREATE TRIGGER "Affiliation_search" AFTER INSERT OR DELETE OR UPDATE OF "status" ON "Affiliation"
  FOR EACH ROW EXECUTE FUNCTION "refresh_doctor_search"();
CREATE TRIGGER "Hospital_doctors_search" AFTER UPDATE OF "name", "city", "latitude", "longitude", "verification" ON "Hospital"
  FOR EACH ROW EXECUTE FUNCTION "refresh_doctor_search"();

-- What somebody typed, as a text search query: each word the beginning of a word of the directory or, where none
-- begins so, one of the words that look most like it. Null when nothing searchable was typed.
CREATE FUNCTION "directory_query"(typed text) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  token text;
  alike text;
  parts text[] := '{}';
BEGIN
  FOREACH token IN ARRAY string_to_array("search_line"(typed), ' ') LOOP
    CONTINUE WHEN token = '' OR token = ANY ('{dr,doctor,doctors,in,near,the,a,an,and,for,of,at,with}');
    EXIT WHEN cardinality(parts) >= 8;
    IF length(token) < 3 OR EXISTS (
      SELECT 1 FROM "SearchWord" WHERE "word" ~>=~ token AND "word" ~<~ (token || chr(1114111))
    ) THEN
      alike := NULL;
    ELSE
      SELECT string_agg(quote_literal(near."word"), ' | ') INTO alike FROM (
        SELECT w."word", similarity(w."word", token) AS score, max(similarity(w."word", token)) OVER () AS best
        FROM (SELECT "word" FROM "SearchWord" ORDER BY "word" <-> token LIMIT 6) w
      ) near WHERE near.score >= 0.28 AND near.score >= near.best * 0.8;
    END IF;
    parts := parts || COALESCE('(' || alike || ')', quote_literal(token) || ':*');
  END LOOP;
  RETURN CASE WHEN parts = '{}' THEN NULL ELSE array_to_string(parts, ' & ') END;
END $$;

-- One index per order, holding only those who are listed; the reader stops after a page.
DROP INDEX "Doctor_search_letters";
DROP INDEX "Doctor_languages";
DROP INDEX "Doctor_near";
DROP INDEX "Doctor_verification_nextSlotAt_id_idx";
DROP INDEX "Doctor_verification_feeMinor_id_idx";
DROP INDEX "Doctor_verification_city_id_idx";
CREATE INDEX "Doctor_listed_soonest" ON "Doctor" (COALESCE("nextSlotAt", 'infinity'), "id") WHERE "verification" = 'VERIFIED';
CREATE INDEX "Doctor_listed_fee" ON "Doctor" ("currency", COALESCE("feeMinor", 2147483647), "id") WHERE "verification" = 'VERIFIED';
CREATE INDEX "Doctor_listed_near" ON "Doctor" USING gist (ll_to_earth("listedLatitude", "listedLongitude"))
  WHERE "verification" = 'VERIFIED' AND "listedLatitude" IS NOT NULL;
CREATE INDEX "Doctor_slots_to_check" ON "Doctor" ("nextSlotCheckedAt" NULLS FIRST) WHERE "verification" = 'VERIFIED';
-- Written through at once: a list of pending entries would be read by every search.
CREATE INDEX "Doctor_facets_idx" ON "Doctor" USING gin ("facets") WITH (fastupdate = off);
ALTER INDEX "Doctor_search_words" SET (fastupdate = off);
ALTER TABLE "Doctor" ALTER COLUMN "facets" SET STATISTICS 1000;

-- Rows from before this migration.
SELECT "refresh_doctor_listing"("id") FROM "Doctor";

-- The catalogue every installation starts with.
INSERT INTO "Specialty" ("id", "slug", "name", "description") VALUES
  ('01a205b3-d000-7259-8e99-d34e3c32a1bd', 'general-practice', 'General practice', 'First contact for most complaints, check-ups and prevention.'),
  ('01a205b3-d000-7473-a34c-7a0d8d1d517b', 'cardiology', 'Cardiology', 'Heart, blood pressure and circulation.'),
  ('01a205b3-d000-73d9-931c-2d5d42655e08', 'dermatology', 'Dermatology', 'Skin, hair and nails.'),
  ('01a205b3-d000-731f-af59-51e541f731d0', 'paediatrics', 'Paediatrics', 'Babies, children and adolescents.'),
  ('01a205b3-d000-728a-846f-54ee201d58a9', 'gynaecology', 'Gynaecology and obstetrics', 'Women''s health, pregnancy and birth.'),
  ('01a205b3-d000-72f6-9eb4-6bcca6933245', 'orthopaedics', 'Orthopaedics', 'Bones, joints, muscles and back.'),
  ('01a205b3-d000-75b9-84f7-964000d09e00', 'neurology', 'Neurology', 'Brain, nerves, headaches and sleep.'),
  ('01a205b3-d000-77b6-9546-04e14cbc2fe1', 'psychiatry', 'Psychiatry', 'Mental health of adults.'),
  ('01a205b3-d000-77e6-9d9a-6963dd73587d', 'ophthalmology', 'Ophthalmology', 'Eyes and sight.'),
  ('01a205b3-d000-765a-85de-28ecd3fa9603', 'ent', 'Ear, nose and throat', 'Hearing, balance, sinuses and voice.'),
  ('01a205b3-d000-71d8-ac6c-cc7e8835ffe8', 'gastroenterology', 'Gastroenterology', 'Stomach, bowel, liver.'),
  ('01a205b3-d000-7797-ab38-543216c2c82e', 'endocrinology', 'Endocrinology', 'Diabetes, thyroid and hormones.'),
  ('01a205b3-d000-77a2-a04f-b72780c8be8e', 'pulmonology', 'Pulmonology', 'Lungs and breathing.'),
  ('01a205b3-d000-755b-8612-1532126750ef', 'urology', 'Urology', 'Kidneys, bladder and men''s health.'),
  ('01a205b3-d000-70e1-9371-405968f59560', 'oncology', 'Oncology', 'Diagnosis, treatment and follow-up of cancer.'),
  ('01a205b3-d000-72fd-91de-3cfbb992e758', 'rheumatology', 'Rheumatology', 'Inflamed joints and the immune system.'),
  ('01a205b3-d000-73be-922d-ed8037a71b64', 'allergology', 'Allergy and immunology', 'Allergies, asthma and intolerances.'),
  ('01a205b3-d000-760f-ac37-082d3881c180', 'nephrology', 'Nephrology', 'Kidney disease and high blood pressure.')
ON CONFLICT DO NOTHING;

INSERT INTO "Service" ("id", "slug", "name", "description", "specialtyId") VALUES
  ('01a205b3-d000-766c-a74e-d66ca29a0b3a', 'general-consultation', 'General consultation', 'A conversation and an examination for a new or returning complaint.', '01a205b3-d000-7259-8e99-d34e3c32a1bd'),
  ('01a205b3-d000-766e-8fe7-6bcfec5b2f39', 'health-check', 'Health check', 'Blood pressure, heart, lungs and laboratory values, with advice that fits your life.', '01a205b3-d000-7259-8e99-d34e3c32a1bd'),
  ('01a205b3-d000-7548-9c00-f913ae2458c1', 'vaccination', 'Vaccination', 'Advice on what you need, and the vaccination itself.', '01a205b3-d000-7259-8e99-d34e3c32a1bd'),
  ('01a205b3-d000-744c-9c99-86501d9aca5f', 'cardiology-consultation', 'Cardiology consultation', 'Examination of heart and circulation with a resting ECG.', '01a205b3-d000-7473-a34c-7a0d8d1d517b'),
  ('01a205b3-d000-72b6-bf8d-ca6465651c1f', 'echocardiography', 'Echocardiography', 'Ultrasound of the heart: valves, chambers and pumping force.', '01a205b3-d000-7473-a34c-7a0d8d1d517b'),
  ('01a205b3-d000-7521-aae5-50abec04d881', 'blood-pressure-review', 'Blood pressure review', 'Reading your measurements together and adjusting treatment.', '01a205b3-d000-7473-a34c-7a0d8d1d517b'),
  ('01a205b3-d000-7409-984a-11924be815ac', 'dermatology-consultation', 'Dermatology consultation', 'Examination of a change of the skin, hair or nails.', '01a205b3-d000-73d9-931c-2d5d42655e08'),
  ('01a205b3-d000-7088-a98e-5858f76f2a4b', 'skin-cancer-screening', 'Skin cancer screening', 'The whole skin, looked at with a dermatoscope.', '01a205b3-d000-73d9-931c-2d5d42655e08'),
  ('01a205b3-d000-7666-8f4b-0aec7e1d3063', 'child-consultation', 'Child consultation', 'For a sick child, today or soon.', '01a205b3-d000-731f-af59-51e541f731d0'),
  ('01a205b3-d000-7672-ae03-5e76be7acf06', 'well-child-visit', 'Well-child visit', 'Growth, development, hearing, seeing and vaccinations.', '01a205b3-d000-731f-af59-51e541f731d0'),
  ('01a205b3-d000-7719-b7c3-fa9df4e0cd1b', 'gynaecology-consultation', 'Gynaecology consultation', 'For complaints, contraception and prevention.', '01a205b3-d000-728a-846f-54ee201d58a9'),
  ('01a205b3-d000-7151-bfef-424f4de85fe7', 'antenatal-visit', 'Antenatal visit', 'Check-up in pregnancy, with ultrasound where it is due.', '01a205b3-d000-728a-846f-54ee201d58a9'),
  ('01a205b3-d000-76a0-8ef8-b7eb8c8f5288', 'orthopaedic-consultation', 'Orthopaedic consultation', 'Pain or injury of joints, back or muscles.', '01a205b3-d000-72f6-9eb4-6bcca6933245'),
  ('01a205b3-d000-72c5-bc0e-ecc984e79356', 'sports-injury-review', 'Sports injury review', 'What is hurt, how it heals and when you may train again.', '01a205b3-d000-72f6-9eb4-6bcca6933245'),
  ('01a205b3-d000-70a6-96a5-f33f67e42a41', 'neurology-consultation', 'Neurology consultation', 'A thorough examination of the nervous system.', '01a205b3-d000-75b9-84f7-964000d09e00'),
  ('01a205b3-d000-753d-bf0f-b62dde99f1a0', 'headache-clinic', 'Headache clinic', 'Finding the kind of headache and what prevents it.', '01a205b3-d000-75b9-84f7-964000d09e00'),
  ('01a205b3-d000-7597-a0b6-ddd548f8f130', 'psychiatric-consultation', 'Psychiatric consultation', 'A first conversation about how you are and what could help.', '01a205b3-d000-77b6-9546-04e14cbc2fe1'),
  ('01a205b3-d000-7545-adb1-b92c17f7ea1c', 'psychiatric-follow-up', 'Psychiatric follow-up', 'How treatment goes, and what to change.', '01a205b3-d000-77b6-9546-04e14cbc2fe1'),
  ('01a205b3-d000-7065-a359-e2b57c71c93b', 'eye-examination', 'Eye examination', 'Sight, pressure and the back of the eye.', '01a205b3-d000-77e6-9d9a-6963dd73587d'),
  ('01a205b3-d000-7356-bcab-442886c88c28', 'diabetic-eye-screening', 'Diabetic eye screening', 'Photographs of the retina, once a year for people with diabetes.', '01a205b3-d000-77e6-9d9a-6963dd73587d'),
  ('01a205b3-d000-7110-8a53-30cb974115ea', 'ent-consultation', 'ENT consultation', 'Examination of ears, nose and throat.', '01a205b3-d000-765a-85de-28ecd3fa9603'),
  ('01a205b3-d000-726c-86e9-b7ff017af039', 'hearing-test', 'Hearing test', 'Audiometry and a talk about the result.', '01a205b3-d000-765a-85de-28ecd3fa9603'),
  ('01a205b3-d000-77a3-9525-7f1f98f71d82', 'gastroenterology-consultation', 'Gastroenterology consultation', 'For pain, reflux, digestion and liver values.', '01a205b3-d000-71d8-ac6c-cc7e8835ffe8'),
  ('01a205b3-d000-72c2-98fa-630fd7d929e9', 'bowel-screening-talk', 'Bowel screening talk', 'Which screening fits you and how to prepare for it.', '01a205b3-d000-71d8-ac6c-cc7e8835ffe8'),
  ('01a205b3-d000-722d-b342-bfac8eef4e2f', 'diabetes-review', 'Diabetes review', 'Values, treatment and everyday life with diabetes.', '01a205b3-d000-7797-ab38-543216c2c82e'),
  ('01a205b3-d000-7690-a19d-658f48820ac7', 'thyroid-consultation', 'Thyroid consultation', 'Ultrasound and laboratory values of the thyroid.', '01a205b3-d000-7797-ab38-543216c2c82e'),
  ('01a205b3-d000-715f-a224-65f41dfda574', 'lung-consultation', 'Lung consultation', 'For cough, short breath and asthma.', '01a205b3-d000-77a2-a04f-b72780c8be8e'),
  ('01a205b3-d000-70b3-bc58-e7a44406b374', 'lung-function-test', 'Lung function test', 'Spirometry with a talk about the result.', '01a205b3-d000-77a2-a04f-b72780c8be8e'),
  ('01a205b3-d000-7691-a972-bee943ba4e2f', 'urology-consultation', 'Urology consultation', 'For complaints of kidneys, bladder or prostate.', '01a205b3-d000-755b-8612-1532126750ef'),
  ('01a205b3-d000-76bb-858c-b9fc3126d1a7', 'prostate-check', 'Prostate check', 'Prevention from 45 on, with a talk about what a test can tell.', '01a205b3-d000-755b-8612-1532126750ef'),
  ('01a205b3-d000-744d-934f-73aa051df95f', 'oncology-consultation', 'Oncology consultation', 'Understanding a diagnosis and deciding together.', '01a205b3-d000-70e1-9371-405968f59560'),
  ('01a205b3-d000-746d-81ba-5cab44281422', 'second-opinion-oncology', 'Oncology second opinion', 'Another pair of eyes on your documents.', '01a205b3-d000-70e1-9371-405968f59560'),
  ('01a205b3-d000-7195-9795-6c4727855710', 'rheumatology-consultation', 'Rheumatology consultation', 'For swollen, stiff or painful joints.', '01a205b3-d000-72fd-91de-3cfbb992e758'),
  ('01a205b3-d000-7097-89cb-9c78b6535620', 'rheumatology-follow-up', 'Rheumatology follow-up', 'Checking how treatment works.', '01a205b3-d000-72fd-91de-3cfbb992e758'),
  ('01a205b3-d000-7744-bacd-4dcd8123ca27', 'allergy-consultation', 'Allergy consultation', 'What you react to and how to live with it.', '01a205b3-d000-73be-922d-ed8037a71b64'),
  ('01a205b3-d000-75fd-a9c6-dd9e639274df', 'allergy-test', 'Allergy test', 'Prick test with a talk about the result.', '01a205b3-d000-73be-922d-ed8037a71b64'),
  ('01a205b3-d000-72e8-b90f-85d50a1a77ad', 'kidney-consultation', 'Kidney consultation', 'For kidney values that need watching.', '01a205b3-d000-760f-ac37-082d3881c180'),
  ('01a205b3-d000-714f-9e11-09427c3f9534', 'dialysis-planning', 'Dialysis planning', 'What is coming, what you can choose, and when.', '01a205b3-d000-760f-ac37-082d3881c180')
ON CONFLICT DO NOTHING;
