-- pg_dump writes, and pg_restore replays, with an empty search_path and as the owner. What finds its names through the
-- search_path, or needs a superuser, is then lost without the restore failing as a whole.

-- Before PostgreSQL 16 the functions of earthdistance find each other through the search_path, so an index on them is
-- lost. These are the same sums with every name fixed when they are made: a sphere of 6,378,168 m, in three dimensions.
CREATE FUNCTION "place_on_earth"("latitude" float8, "longitude" float8) RETURNS public.cube
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN public.cube(public.cube(public.cube(
    6378168::float8 * cos(radians("latitude")) * cos(radians("longitude"))),
    6378168::float8 * cos(radians("latitude")) * sin(radians("longitude"))),
    6378168::float8 * sin(radians("latitude")));

-- Along the surface.
CREATE FUNCTION "metres_between"("here" public.cube, "there" public.cube) RETURNS float8
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN 12756336::float8 * asin(least(public.cube_distance("here", "there") / 12756336::float8, 1::float8));

-- A box that holds every place as near as that, for the index; its corners are farther away.
CREATE FUNCTION "box_around"("centre" public.cube, "metres" float8) RETURNS public.cube
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN public.cube_enlarge("centre", CASE
    WHEN "metres" < 0 THEN 0::float8
    WHEN "metres" / 6378168::float8 > pi() THEN 12756336::float8
    ELSE 12756336::float8 * sin("metres" / 12756336::float8)
  END, 3);

DROP INDEX IF EXISTS "Doctor_listed_near";
CREATE INDEX "Doctor_listed_near" ON "Doctor" USING gist ("place_on_earth"("listedLatitude", "listedLongitude"))
  WHERE "verification" = 'VERIFIED' AND "listedLatitude" IS NOT NULL;
DROP INDEX IF EXISTS "Hospital_near";
CREATE INDEX "Hospital_near" ON "Hospital" USING gist ("place_on_earth"("latitude", "longitude")) WHERE "latitude" IS NOT NULL;

-- 0.3 is PostgreSQL's own default. Naming it in the function made the function itself one that only a superuser may
-- create, so that a restore by the owner came without it. The setting belongs to pg_trgm, which loads at its first use.
SELECT public.similarity('a', 'a');
ALTER FUNCTION "directory_query"(text) RESET "pg_trgm.similarity_threshold";

ALTER FUNCTION "directory_query"(text) SET search_path = public, pg_temp;
ALTER FUNCTION "doctor_listing"(uuid) SET search_path = public, pg_temp;
ALTER FUNCTION "refresh_doctor_listing"(uuid) SET search_path = public, pg_temp;
ALTER FUNCTION "record_change"(uuid, text, text, jsonb, jsonb) SET search_path = public, pg_temp;
ALTER FUNCTION "refresh_doctor_search"() SET search_path = public, pg_temp;
ALTER FUNCTION "hospital_search"() SET search_path = public, pg_temp;
ALTER FUNCTION "appointment_guard"() SET search_path = public, pg_temp;
ALTER FUNCTION "encounter_guard"() SET search_path = public, pg_temp;
ALTER FUNCTION "invitation_guard"() SET search_path = public, pg_temp;
ALTER FUNCTION "affiliation_guard"() SET search_path = public, pg_temp;
ALTER FUNCTION "hospital_keeps_a_manager"() SET search_path = public, pg_temp;
ALTER FUNCTION "bed_booking_guard"() SET search_path = public, pg_temp;
ALTER FUNCTION "ambulance_guard"() SET search_path = public, pg_temp;
ALTER FUNCTION "ambulance_booking_guard"() SET search_path = public, pg_temp;
ALTER FUNCTION "ambulance_booking_sends"() SET search_path = public, pg_temp;
