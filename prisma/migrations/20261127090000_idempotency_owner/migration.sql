-- A request whose process has died is taken over at once, not after the minute that a slow one is given.
ALTER TABLE "IdempotencyKey" ADD COLUMN "owner" INTEGER;
