-- How many visits the hours take: null, as many as there are times.
ALTER TABLE "Schedule"
  ADD COLUMN "mostVisitsPerDay" INTEGER,
  ADD COLUMN "mostVisitsPerPatientPerDay" INTEGER,
  ADD COLUMN "mostNewPatientsPerDay" INTEGER,
  ADD CONSTRAINT "Schedule_quotas" CHECK (
    "mostVisitsPerDay" BETWEEN 1 AND 500 AND "mostVisitsPerPatientPerDay" BETWEEN 1 AND 50
    AND "mostNewPatientsPerDay" BETWEEN 0 AND 500);

-- How often somebody has kept times of a doctor lately; bookings pay nothing for it.
CREATE INDEX "Appointment_holds_made" ON "Appointment" ("bookedByUserId", "doctorId", "createdAt") WHERE "holdExpiresAt" IS NOT NULL;
