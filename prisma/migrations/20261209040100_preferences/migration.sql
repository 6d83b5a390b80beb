-- What each account hears of outside of the portal, by which channel, and when not.

CREATE TABLE "MessagePreference" (
  "userId" uuid NOT NULL,
  "choices" jsonb NOT NULL DEFAULT '{}',
  "quietFrom" text,
  "quietUntil" text,
  "version" integer NOT NULL DEFAULT 1,
  "updatedAt" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "MessagePreference_pkey" PRIMARY KEY ("userId"),
  CONSTRAINT "MessagePreference_choices" CHECK (jsonb_typeof("choices") = 'object' AND length("choices"::text) <= 2000),
  CONSTRAINT "MessagePreference_quiet" CHECK (
    num_nonnulls("quietFrom", "quietUntil") IN (0, 2) AND "quietFrom" <> "quietUntil"
    AND "quietFrom" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "quietUntil" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
);
ALTER TABLE "MessagePreference" ADD CONSTRAINT "MessagePreference_userId_fkey"
  FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a message is about, for its reader's choices, null for what no one chooses; and whether it waits for the end of their quiet hours.
ALTER TABLE "Message" ADD COLUMN "topic" text, ADD COLUMN "isUrgent" boolean NOT NULL DEFAULT false;
