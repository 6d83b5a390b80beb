-- Every function of ours finds its names whatever the search_path: a restore runs with none, and would lose the indexes and
-- generated columns that call one.
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN
    SELECT p.oid::regprocedure FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.prosqlbody IS NULL
      AND coalesce(p.proconfig, '{}') <> '{"search_path=public, pg_temp"}'
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  LOOP
    EXECUTE format('ALTER FUNCTION %s RESET ALL', f);
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', f);
  END LOOP;
END $$;
