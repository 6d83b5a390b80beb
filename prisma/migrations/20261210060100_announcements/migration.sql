-- What administrators say to everyone who is signed in, or to some of them.

CREATE TYPE "AnnouncementLevel" AS ENUM ('INFO', 'WARNING');
CREATE TYPE "AnnouncementAudience" AS ENUM ('EVERYONE', 'PATIENTS', 'DOCTORS', 'HOSPITALS');

-- CreateTable
CREATE TABLE "Announcement" (
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "level" "AnnouncementLevel" NOT NULL,
    "audience" "AnnouncementAudience" NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3),
    "maintenanceFrom" TIMESTAMPTZ(3),
    "maintenanceUntil" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "createdByUserId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Announcement_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Announcement_times" CHECK ("endsAt" > "startsAt"),
    CONSTRAINT "Announcement_maintenance" CHECK (
      ("maintenanceFrom" IS NULL) = ("maintenanceUntil" IS NULL) AND "maintenanceUntil" > "maintenanceFrom")
);

-- CreateTable
CREATE TABLE "AnnouncementDismissal" (
    "announcementId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "dismissedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AnnouncementDismissal_pkey" PRIMARY KEY ("announcementId", "userId")
);

-- CreateIndex
CREATE INDEX "Announcement_createdAt_id_idx" ON "Announcement"("createdAt", "id");

-- CreateIndex
CREATE INDEX "AnnouncementDismissal_userId_idx" ON "AnnouncementDismissal"("userId");

-- AddForeignKey
ALTER TABLE "AnnouncementDismissal" ADD CONSTRAINT "AnnouncementDismissal_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnouncementDismissal" ADD CONSTRAINT "AnnouncementDismissal_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Those not ended yet, which every page of a portal asks for.
CREATE INDEX "Announcement_open" ON "Announcement" ("endsAt") WHERE "endedAt" IS NULL;

-- What people have read never changes: an announcement ends, once, before its time.
CREATE FUNCTION "announcement_guard"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."endedAt" IS NOT NULL OR NEW."endsAt" <= clock_timestamp() THEN
      RAISE EXCEPTION 'an announcement does not begin when it is over' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF to_jsonb(NEW) - 'endedAt' <> to_jsonb(OLD) - 'endedAt' THEN
    RAISE EXCEPTION 'what an announcement says never changes' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."endedAt" IS NOT NULL OR OLD."endsAt" <= clock_timestamp() OR NEW."endedAt" IS NULL THEN
    RAISE EXCEPTION 'an announcement only ends, once' USING ERRCODE = 'check_violation';
  END IF;
  NEW."endedAt" := now();
  RETURN NEW;
END $$;
CREATE TRIGGER "Announcement_guard" BEFORE INSERT OR UPDATE ON "Announcement" FOR EACH ROW EXECUTE FUNCTION "announcement_guard"();
