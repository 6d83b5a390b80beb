-- Doctors and hospitals of every state, the latest first, for administrators.
CREATE INDEX "Doctor_createdAt_id_idx" ON "Doctor"("createdAt", "id");
CREATE INDEX "Hospital_createdAt_id_idx" ON "Hospital"("createdAt", "id");
