-- No call is refused for the number it names: anybody may name another's. Too many are marked instead.
ALTER TABLE "AmbulanceBooking" ADD COLUMN "callBackFirst" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "AmbulanceBooking_contactPhone_createdAt_idx" ON "AmbulanceBooking"("contactPhone", "createdAt");
