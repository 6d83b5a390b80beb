-- The timeline reads each kind of thing of a patient in the order of time: an index for each that had none.

CREATE INDEX "Encounter_patientId_signedAt_id_idx" ON "Encounter" ("patientId", "signedAt", "id");
CREATE INDEX "PrescriptionDocument_patientId_withdrawnAt_encounterId_idx" ON "PrescriptionDocument" ("patientId", "withdrawnAt", "encounterId");
CREATE INDEX "Allergy_patientId_recordedAt_id_idx" ON "Allergy" ("patientId", "recordedAt", "id");
CREATE INDEX "Condition_patientId_recordedAt_id_idx" ON "Condition" ("patientId", "recordedAt", "id");
CREATE INDEX "BedBooking_patientId_admittedAt_id_idx" ON "BedBooking" ("patientId", "admittedAt", "id");
CREATE INDEX "RecordGrant_patientId_endedAt_id_idx" ON "RecordGrant" ("patientId", "endedAt", "id");
