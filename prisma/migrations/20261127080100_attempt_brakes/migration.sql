-- How long the next attempt has to wait. Unlogged, as the windows of the limits are: after a crash the counts begin anew.
CREATE UNLOGGED TABLE "AttemptBrake" (
    "bucket" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "freeAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AttemptBrake_pkey" PRIMARY KEY ("bucket")
);

CREATE INDEX "AttemptBrake_expiresAt_idx" ON "AttemptBrake"("expiresAt");
