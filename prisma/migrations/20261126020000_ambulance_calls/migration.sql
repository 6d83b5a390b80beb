-- AlterTable
ALTER TABLE "AmbulanceBooking" ADD COLUMN     "nobodyLeftAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "AmbulanceOffer" ADD COLUMN     "reason" TEXT,
ALTER COLUMN "distanceMetres" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "AmbulanceBooking_hospitalId_createdAt_id_idx" ON "AmbulanceBooking"("hospitalId", "createdAt", "id");

-- Who waits, however many calls lie behind: the timer looks here every few seconds.
CREATE INDEX "AmbulanceBooking_waiting" ON "AmbulanceBooking" ("createdAt") WHERE "status" = 'REQUESTED';

ALTER TABLE "AmbulanceBooking"
  ADD CONSTRAINT "AmbulanceBooking_callback_code" CHECK ("callbackCode" ~ '^[0-9]{4}$');
ALTER TABLE "AmbulanceOffer"
  ADD CONSTRAINT "AmbulanceOffer_says_why" CHECK ("status" <> 'DECLINED' OR "reason" IS NOT NULL);

-- A vehicle on its way stays in service and in the fleet until its call is over; only such a vehicle is sent.
CREATE FUNCTION "ambulance_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."removedAt" IS NOT NULL OR NEW."state" <> 'IN_SERVICE') AND EXISTS (
    SELECT 1 FROM "AmbulanceBooking" c WHERE c."ambulanceId" = NEW."id"
      AND c."status" IN ('DISPATCHED', 'EN_ROUTE', 'ON_SCENE', 'TRANSPORTING', 'ARRIVED')
  ) THEN
    RAISE EXCEPTION 'an ambulance on a call stays in service' USING ERRCODE = 'check_violation', CONSTRAINT = 'Ambulance_is_on_a_call';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Ambulance_guard" BEFORE UPDATE OF "removedAt", "state" ON "Ambulance" FOR EACH ROW EXECUTE FUNCTION "ambulance_guard"();

CREATE FUNCTION "ambulance_booking_sends"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Ambulance" v WHERE v."id" = NEW."ambulanceId" AND v."removedAt" IS NULL AND v."state" = 'IN_SERVICE' FOR SHARE) THEN
    RAISE EXCEPTION 'only an ambulance in service is sent' USING ERRCODE = 'check_violation', CONSTRAINT = 'AmbulanceBooking_sends_one_in_service';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "AmbulanceBooking_sends" BEFORE UPDATE OF "status" ON "AmbulanceBooking" FOR EACH ROW
  WHEN (NEW."status" = 'DISPATCHED' AND OLD."status" = 'REQUESTED') EXECUTE FUNCTION "ambulance_booking_sends"();
