-- Lists of invitations and affiliations are read newest first, whatever has become of them.
CREATE INDEX "DoctorInvitation_hospitalId_createdAt_id_idx" ON "DoctorInvitation"("hospitalId", "createdAt", "id");
CREATE INDEX "DoctorInvitation_doctorId_createdAt_id_idx" ON "DoctorInvitation"("doctorId", "createdAt", "id");
CREATE INDEX "DoctorInvitation_createdAt_id_idx" ON "DoctorInvitation"("createdAt", "id");
CREATE INDEX "Affiliation_hospitalId_createdAt_id_idx" ON "Affiliation"("hospitalId", "createdAt", "id");
CREATE INDEX "Affiliation_createdAt_id_idx" ON "Affiliation"("createdAt", "id");
