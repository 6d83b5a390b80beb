-- Words are kept as they are searched: splitting them anew for every row passed by cost more than all the rest.
DROP INDEX "Doctor_search_words";
ALTER TABLE "Doctor" ADD COLUMN "searchWords" tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, "searchText")) STORED;
CREATE INDEX "Doctor_search_words" ON "Doctor" USING gin ("searchWords") WITH (fastupdate = off);
