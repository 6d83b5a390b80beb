-- Somebody whose name was misheard is found by the day they were born, before they are written down twice.
CREATE INDEX "Patient_bornOn_idx" ON "Patient"("bornOn");
