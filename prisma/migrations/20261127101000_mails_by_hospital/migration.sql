-- Mail that a hospital causes is counted by day, so that no import fills strangers' letter boxes.
ALTER TABLE "OutboundMail" ADD COLUMN "hospitalId" UUID, ADD COLUMN "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "OutboundMail" SET "dueAt" = "createdAt";
CREATE INDEX "OutboundMail_hospitalId_dueAt_idx" ON "OutboundMail"("hospitalId", "dueAt");
