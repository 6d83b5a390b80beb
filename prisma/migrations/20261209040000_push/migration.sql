-- Browsers that show an account's notifications while no page is open.

CREATE TABLE "PushSubscription" (
  "id" uuid NOT NULL,
  "userId" uuid NOT NULL,
  "sessionId" uuid,
  "endpoint" text NOT NULL,
  "p256dh" text NOT NULL,
  "auth" text NOT NULL,
  "device" text NOT NULL,
  "createdAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "seenAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "lastUsedAt" timestamptz(3),
  "lastMessageId" uuid,
  "failures" integer NOT NULL DEFAULT 0,
  CONSTRAINT "PushSubscription_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "PushSubscription_address" CHECK ("endpoint" ~ '^https?://' AND length("endpoint") <= 1000),
  CONSTRAINT "PushSubscription_keys" CHECK ("p256dh" ~ '^[A-Za-z0-9_-]{87}$' AND "auth" ~ '^[A-Za-z0-9_-]{22}$'),
  CONSTRAINT "PushSubscription_device" CHECK ("device" <> '' AND length("device") <= 60),
  CONSTRAINT "PushSubscription_failures" CHECK ("failures" >= 0)
);
CREATE UNIQUE INDEX "PushSubscription_endpoint_key" ON "PushSubscription" ("endpoint");
CREATE INDEX "PushSubscription_userId_seenAt_id_idx" ON "PushSubscription" ("userId", "seenAt", "id");
CREATE INDEX "PushSubscription_sessionId_idx" ON "PushSubscription" ("sessionId");

-- A session that is only over, after twelve hours, leaves its browser subscribed: what ends it is below.
ALTER TABLE "PushSubscription"
  ADD CONSTRAINT "PushSubscription_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "PushSubscription_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Who signs out of a browser ends its notifications. At the end of the transaction: a session that replaces another one has taken its
-- browser along by then.
CREATE FUNCTION "end_push_of_session"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "PushSubscription" WHERE "sessionId" = NEW."id";
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Session_ends_push" AFTER UPDATE ON "Session" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."revokedAt" IS NULL AND NEW."revokedAt" IS NOT NULL) EXECUTE FUNCTION "end_push_of_session"();

-- Signing out everywhere, a new password and a suspension end all others, also those whose session is over.
CREATE FUNCTION "end_push_of_user"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "PushSubscription" p USING "User" u
  WHERE u."id" = NEW."id" AND p."userId" = u."id" AND (u."status" <> 'ACTIVE' OR NOT EXISTS (
    SELECT FROM "Session" s
    WHERE s."id" = p."sessionId" AND s."revokedAt" IS NULL AND s."sessionEpoch" = u."sessionEpoch"));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "User_ends_push" AFTER UPDATE ON "User" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."sessionEpoch" <> NEW."sessionEpoch" OR (OLD."status" = 'ACTIVE' AND NEW."status" <> 'ACTIVE'))
  EXECUTE FUNCTION "end_push_of_user"();
