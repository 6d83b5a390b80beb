-- A practice can be called.
ALTER TABLE "Doctor" ADD COLUMN "phone" TEXT;

-- Nobody is trapped by a visit they have only just agreed to: until then the patient may cancel or move it, whatever the notice.
ALTER TABLE "Appointment" ADD COLUMN "graceUntil" TIMESTAMPTZ(3);
