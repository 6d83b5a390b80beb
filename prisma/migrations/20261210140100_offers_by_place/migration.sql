-- The list of times that were filled from the waitlist, behind a hospital's number.
CREATE INDEX "WaitlistOffer_hospitalId_startsAt_id_idx" ON "WaitlistOffer" ("hospitalId", "startsAt", "id");
