-- Where a visit by video takes place: the doctor's or the hospital's own room.
ALTER TABLE "Doctor" ADD COLUMN "videoUrl" TEXT, ADD CONSTRAINT "Doctor_video" CHECK ("videoUrl" LIKE 'https://%');
ALTER TABLE "Hospital" ADD COLUMN "videoUrl" TEXT, ADD CONSTRAINT "Hospital_video" CHECK ("videoUrl" LIKE 'https://%');
