-- For the job that removes holds that ended long ago.
CREATE INDEX "Appointment_holds_over" ON "Appointment" ("holdExpiresAt") WHERE "status" = 'EXPIRED' AND "holdExpiresAt" IS NOT NULL;
