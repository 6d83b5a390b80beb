-- Notifications are read by the thing they are about: an appointment, a stay, an ambulance call; one without such a thing stands
-- alone. Both columns follow from what is stored, so nothing can set them otherwise.
CREATE FUNCTION "notification_group"(refs jsonb, id uuid) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(
    (SELECT g."id"::uuid FROM (VALUES
        (1, refs ->> 'appointmentId'), (2, refs ->> 'bedBookingId'), (3, refs ->> 'ambulanceBookingId')) AS g("position", "id")
      WHERE g."id" ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' ORDER BY g."position" LIMIT 1),
    id);

ALTER TABLE "Notification"
  ADD COLUMN "groupId" uuid GENERATED ALWAYS AS ("notification_group"("refs", "id")) STORED,
  -- lib/domain/notifications/status.ts has the same list; a test compares them.
  ADD COLUMN "kind" text GENERATED ALWAYS AS (CASE split_part("type", '.', 1)
    WHEN 'appointment' THEN 'VISITS' WHEN 'conversation' THEN 'VISITS' WHEN 'answers' THEN 'VISITS'
    WHEN 'bed-booking' THEN 'STAYS' WHEN 'ambulance-booking' THEN 'STAYS'
    WHEN 'patient' THEN 'FAMILY' WHEN 'patient-access' THEN 'FAMILY' WHEN 'family-invitation' THEN 'FAMILY'
    WHEN 'encounter' THEN 'RECORDS' WHEN 'prescription' THEN 'RECORDS' WHEN 'record-grant' THEN 'RECORDS'
    WHEN 'record-link' THEN 'RECORDS' WHEN 'emergency-access' THEN 'RECORDS'
    ELSE 'OTHER' END) STORED;

-- The latest of each thing, newest first; of one kind; unread. And all of one thing.
CREATE INDEX "Notification_userId_kind_createdAt_id_idx" ON "Notification" ("userId", "kind", "createdAt", "id");
CREATE INDEX "Notification_unread" ON "Notification" ("userId", "createdAt", "id") WHERE "readAt" IS NULL;
CREATE INDEX "Notification_userId_groupId_createdAt_id_idx" ON "Notification" ("userId", "groupId", "createdAt", "id");
