-- An archived month is read in pieces, so that the audit trail can be verified from there (docs/decisions/0076).
ALTER TABLE "MonthlyPart" ADD COLUMN "pieces" jsonb;
