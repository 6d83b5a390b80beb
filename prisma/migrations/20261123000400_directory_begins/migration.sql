-- Words in the order of their code points: the primary key itself then finds what begins like this, in any locale.
DROP INDEX "SearchWord_begins";
ALTER TABLE "SearchWord" ALTER COLUMN "word" TYPE TEXT COLLATE "C";

CREATE OR REPLACE FUNCTION "directory_query"(typed text) RETURNS text LANGUAGE plpgsql STABLE
SET "pg_trgm.similarity_threshold" = 0.3 AS $$
DECLARE
  token text;
  alike text;
  parts text[] := '{}';
BEGIN
  FOREACH token IN ARRAY string_to_array("search_line"(typed), ' ') LOOP
    CONTINUE WHEN token = '' OR token = ANY ('{dr,doctor,doctors,in,near,the,a,an,and,for,of,at,with}');
    EXIT WHEN cardinality(parts) >= 8;
    IF length(token) < 3 OR EXISTS (
      SELECT 1 FROM "SearchWord" WHERE "word" >= token AND "word" < token || chr(1114111)
    ) THEN
      alike := NULL;
    ELSE
      SELECT string_agg(quote_literal(near."word"), ' | ') INTO alike FROM (
        SELECT w."word", similarity(w."word", token) AS score, max(similarity(w."word", token)) OVER () AS best
        FROM "SearchWord" w WHERE w."word" % token ORDER BY score DESC, w."word" LIMIT 6
      ) near WHERE near.score >= near.best * 0.8;
    END IF;
    parts := parts || COALESCE('(' || alike || ')', quote_literal(token) || ':*');
  END LOOP;
  RETURN CASE WHEN parts = '{}' THEN NULL ELSE array_to_string(parts, ' & ') END;
END $$;
