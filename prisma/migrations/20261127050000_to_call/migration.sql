-- CreateTable
CREATE TABLE "ToCall" (
    "id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "patientId" UUID,
    "appointmentId" UUID,
    "bedBookingId" UUID,
    "ambulanceBookingId" UUID,
    "hospitalId" UUID,
    "doctorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "doneByUserId" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ToCall_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ToCall_hospitalId_doneAt_id_idx" ON "ToCall"("hospitalId", "doneAt", "id");

-- CreateIndex
CREATE INDEX "ToCall_doctorId_doneAt_id_idx" ON "ToCall"("doctorId", "doneAt", "id");

-- CreateIndex
CREATE INDEX "ToCall_patientId_idx" ON "ToCall"("patientId");

-- CreateIndex
CREATE INDEX "ToCall_appointmentId_idx" ON "ToCall"("appointmentId");

-- CreateIndex
CREATE INDEX "ToCall_bedBookingId_idx" ON "ToCall"("bedBookingId");

-- CreateIndex
CREATE INDEX "ToCall_ambulanceBookingId_idx" ON "ToCall"("ambulanceBookingId");

-- AddForeignKey
ALTER TABLE "ToCall" ADD CONSTRAINT "ToCall_patientId_fkey" FOREIGN KEY ("patientId") REFERENCES "Patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToCall" ADD CONSTRAINT "ToCall_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "Appointment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToCall" ADD CONSTRAINT "ToCall_bedBookingId_fkey" FOREIGN KEY ("bedBookingId") REFERENCES "BedBooking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToCall" ADD CONSTRAINT "ToCall_ambulanceBookingId_fkey" FOREIGN KEY ("ambulanceBookingId") REFERENCES "AmbulanceBooking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToCall" ADD CONSTRAINT "ToCall_hospitalId_fkey" FOREIGN KEY ("hospitalId") REFERENCES "Hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToCall" ADD CONSTRAINT "ToCall_doctorId_fkey" FOREIGN KEY ("doctorId") REFERENCES "Doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToCall" ADD CONSTRAINT "ToCall_doneByUserId_fkey" FOREIGN KEY ("doneByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ───────────────────────────── by hand ─────────────────────────────

ALTER TABLE "ToCall"
  ADD CONSTRAINT "ToCall_is_about_one_thing" CHECK (num_nonnulls("appointmentId", "bedBookingId", "ambulanceBookingId") = 1),
  ADD CONSTRAINT "ToCall_is_somebodys_to_make" CHECK (num_nonnulls("hospitalId", "doctorId") > 0),
  ADD CONSTRAINT "ToCall_ends_once" CHECK (num_nonnulls("doneAt", "withdrawnAt") <= 1);

-- However often a thing changes in one way before somebody phones, there is one call to make.
CREATE UNIQUE INDEX "ToCall_open" ON "ToCall" ((coalesce("appointmentId", "bedBookingId", "ambulanceBookingId")), "reason")
  WHERE "doneAt" IS NULL AND "withdrawnAt" IS NULL;
-- The lists hold a few open rows among many that are settled.
CREATE INDEX "ToCall_open_at_hospital" ON "ToCall" ("hospitalId", "id") WHERE "doneAt" IS NULL AND "withdrawnAt" IS NULL;
CREATE INDEX "ToCall_open_for_doctor" ON "ToCall" ("doctorId", "id") WHERE "doneAt" IS NULL AND "withdrawnAt" IS NULL;
