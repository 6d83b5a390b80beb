-- A file may invite staff, as it invites doctors.
ALTER TYPE "ImportKind" ADD VALUE 'STAFF';
ALTER TABLE "StaffInvitation" ADD COLUMN "importId" uuid;
ALTER TABLE "StaffInvitation" ADD CONSTRAINT "StaffInvitation_importId_fkey"
  FOREIGN KEY ("importId") REFERENCES "Import" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "StaffInvitation_importId_idx" ON "StaffInvitation" ("importId");
