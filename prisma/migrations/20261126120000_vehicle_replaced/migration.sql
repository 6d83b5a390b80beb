-- A vehicle that takes over a call under way has to be in service and in the fleet like the one that was sent first.
DROP TRIGGER "AmbulanceBooking_sends" ON "AmbulanceBooking";
CREATE TRIGGER "AmbulanceBooking_sends" BEFORE UPDATE OF "status", "ambulanceId" ON "AmbulanceBooking" FOR EACH ROW
  WHEN (NEW."ambulanceId" IS NOT NULL AND (NEW."ambulanceId" IS DISTINCT FROM OLD."ambulanceId" OR (NEW."status" = 'DISPATCHED' AND OLD."status" = 'REQUESTED')))
  EXECUTE FUNCTION "ambulance_booking_sends"();
