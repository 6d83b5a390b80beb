-- How a file is read was settled when it was taken in: `{ separator, decimalSign, columns }`. What is found out anew is left out.
ALTER TABLE "Import" ADD COLUMN "reading" JSONB NOT NULL DEFAULT '{}', ADD COLUMN "dismissedAt" TIMESTAMPTZ(3);
