-- Named after what it does, as the code and the documents call it. The application is stopped while migrations run.
ALTER TABLE "AttemptBrake" RENAME TO "AttemptThrottle";
ALTER TABLE "AttemptThrottle" RENAME CONSTRAINT "AttemptBrake_pkey" TO "AttemptThrottle_pkey";
ALTER INDEX "AttemptBrake_expiresAt_idx" RENAME TO "AttemptThrottle_expiresAt_idx";
