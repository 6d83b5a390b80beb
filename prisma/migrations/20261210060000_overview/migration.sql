-- The appointments of a day at every place together, by state, for administrators.
CREATE INDEX "Appointment_startsAt_status_idx" ON "Appointment"("startsAt", "status");
