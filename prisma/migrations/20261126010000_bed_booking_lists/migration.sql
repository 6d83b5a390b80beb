-- A hospital's bed bookings, newest first, however many lie behind.
-- CreateIndex
CREATE INDEX "BedBooking_hospitalId_createdAt_id_idx" ON "BedBooking"("hospitalId", "createdAt", "id");
