-- Amounts were written and shown with the decimals that Node's tables give a currency. ISO 4217 gives these others: what
-- people typed and read stays what it was. Amounts of 21 million and more of a currency with decimals need 64 bits.
DROP INDEX "Doctor_listed_fee";
ALTER TABLE "Doctor" DROP CONSTRAINT "Doctor_fee", ALTER COLUMN "feeMinor" TYPE BIGINT;
ALTER TABLE "DoctorService" ALTER COLUMN "feeMinor" TYPE BIGINT;
ALTER TABLE "Ward" DROP CONSTRAINT "Ward_numbers", ALTER COLUMN "dailyRateMinor" TYPE BIGINT;

UPDATE "Doctor" SET "feeMinor" = "feeMinor" * CASE "currency" WHEN 'IQD' THEN 1000 ELSE 100 END
  WHERE "feeMinor" > 0 AND "currency" IN ('AFN', 'ALL', 'COP', 'HUF', 'IDR', 'IQD', 'IRR', 'KPW', 'LAK', 'LBP', 'MGA', 'MMK', 'PKR', 'SOS', 'SYP', 'YER');
UPDATE "DoctorService" SET "feeMinor" = "feeMinor" * CASE "currency" WHEN 'IQD' THEN 1000 ELSE 100 END
  WHERE "feeMinor" > 0 AND "currency" IN ('AFN', 'ALL', 'COP', 'HUF', 'IDR', 'IQD', 'IRR', 'KPW', 'LAK', 'LBP', 'MGA', 'MMK', 'PKR', 'SOS', 'SYP', 'YER');
UPDATE "Ward" SET "dailyRateMinor" = "dailyRateMinor" * CASE "currency" WHEN 'IQD' THEN 1000 ELSE 100 END
  WHERE "dailyRateMinor" > 0 AND "currency" IN ('AFN', 'ALL', 'COP', 'HUF', 'IDR', 'IQD', 'IRR', 'KPW', 'LAK', 'LBP', 'MGA', 'MMK', 'PKR', 'SOS', 'SYP', 'YER');

-- Nine digits before the decimals, of which no currency has more than three.
ALTER TABLE "Doctor" ADD CONSTRAINT "Doctor_fee" CHECK ("feeMinor" BETWEEN 0 AND 999999999999 AND "currency" ~ '^[A-Z]{3}$');
ALTER TABLE "DoctorService" ADD CONSTRAINT "DoctorService_fee" CHECK ("feeMinor" BETWEEN 0 AND 999999999999 AND "currency" ~ '^[A-Z]{3}$');
ALTER TABLE "Ward"
  ADD CONSTRAINT "Ward_numbers" CHECK ("cleaningMinutes" BETWEEN 0 AND 1440 AND "dailyRateMinor" BETWEEN 0 AND 999999999999 AND "currency" ~ '^[A-Z]{3}$');
CREATE INDEX "Doctor_listed_fee" ON "Doctor" ("currency", COALESCE("feeMinor", 9007199254740991), "id") WHERE "verification" = 'VERIFIED';
