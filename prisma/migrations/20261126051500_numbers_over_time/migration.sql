-- The hospital's numbers over time: who came and who left within a window is found, and counted, from an index alone.

-- DropIndex
DROP INDEX "BedBooking_hospitalId_dischargedAt_idx";

-- CreateIndex
CREATE INDEX "BedBooking_hospitalId_dischargedAt_admittedAt_idx" ON "BedBooking"("hospitalId", "dischargedAt", "admittedAt");

-- CreateIndex
CREATE INDEX "BedStay_hospitalId_endsAt_idx" ON "BedStay"("hospitalId", "endsAt");

-- CreateIndex
CREATE INDEX "BedStay_wardId_endsAt_idx" ON "BedStay"("wardId", "endsAt");
