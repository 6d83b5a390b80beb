-- A word that no longer word begins with is looked up whole instead of as a beginning. It finds the same, but of a
-- whole word the index can skip through where it stands; of a beginning it reads all of them first, so that two common
-- words nobody has together took longer with every doctor.
CREATE OR REPLACE FUNCTION "directory_query"(typed text) RETURNS text LANGUAGE plpgsql STABLE
SET "pg_trgm.similarity_threshold" = 0.3 AS $$
DECLARE
  token text;
  alike text;
  known text[];
  parts text[] := '{}';
BEGIN
  FOREACH token IN ARRAY string_to_array("search_line"(typed), ' ') LOOP
    CONTINUE WHEN token = '' OR token = ANY ('{dr,doctor,doctors,in,near,the,a,an,and,for,of,at,with}');
    EXIT WHEN cardinality(parts) >= 8;
    SELECT array_agg(beginning."word") INTO known FROM (
      SELECT w."word" FROM "SearchWord" w WHERE w."word" >= token AND w."word" < token || chr(1114111) LIMIT 2
    ) beginning;
    alike := NULL;
    IF known = ARRAY[token] THEN
      alike := quote_literal(token);
    ELSIF known IS NULL AND length(token) >= 3 THEN
      SELECT string_agg(quote_literal(near."word"), ' | ') INTO alike FROM (
        SELECT w."word", similarity(w."word", token) AS score, max(similarity(w."word", token)) OVER () AS best
        FROM "SearchWord" w WHERE w."word" % token ORDER BY score DESC, w."word" LIMIT 6
      ) near WHERE near.score >= near.best * 0.8;
    END IF;
    parts := parts || COALESCE('(' || alike || ')', quote_literal(token) || ':*');
  END LOOP;
  RETURN CASE WHEN parts = '{}' THEN NULL ELSE array_to_string(parts, ' & ') END;
END $$;
