import { hashSecretToken } from "@/lib/platform/auth/secret-token";
import { db } from "@/lib/platform/db/db";
import type { StaffRole } from "./schema";

export type OfferedPlace = { hospitalId: string; hospitalName: string; role: StaffRole; expiresAt: string };

/** Returns what a valid link offers, for its page; null for an invalid one. */
export async function findStaffInvitation(token: string): Promise<OfferedPlace | null> {
  const row = await db.staffInvitation.findFirst({
    where: { tokenHash: hashSecretToken(token), status: "PENDING", expiresAt: { gt: new Date() } },
    select: { hospitalId: true, role: true, expiresAt: true, hospital: { select: { name: true } } },
  });
  return (
    row && {
      hospitalId: row.hospitalId,
      hospitalName: row.hospital.name,
      role: row.role,
      expiresAt: row.expiresAt.toISOString(),
    }
  );
}
