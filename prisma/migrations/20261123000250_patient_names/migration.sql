-- The front desk finds a patient by the beginnings of the words of a name, however many patients there are.
CREATE INDEX "Patient_name_words" ON "Patient" USING gin ((' ' || "search_line"("name")) gin_trgm_ops);
