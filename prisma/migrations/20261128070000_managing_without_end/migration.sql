-- Who acts for a child until a last day decides no more about who else does: they would move that day themselves.
CREATE OR REPLACE VIEW "PatientAccessNow" AS
  SELECT a."id", a."userId", a."patientId", a."relation", a."scope", a."createdAt",
    a."scope" <> 'READ' AS "canBook", a."scope" <> 'BOOK' AS "canRead",
    -- Oneself; and parents without a last day, for as long as the child is one.
    a."relation" = 'SELF'
      OR (a."relation" = 'CHILD' AND a."scope" = 'ALL' AND a."untilMajority" AND a."expiresAt" IS NULL) AS "canManage"
  FROM "PatientAccess" a JOIN "Patient" p ON p."id" = a."patientId"
  WHERE (a."expiresAt" IS NULL OR a."expiresAt" > now())
    AND NOT (a."untilMajority" AND "is_of_age"(p."id", p."bornOn", a."userId", now()));
