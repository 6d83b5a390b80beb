import { hashSecretToken } from "@/lib/platform/auth/secret-token";
import { db } from "@/lib/platform/db/db";
import { lastDay } from "@/lib/domain/patients/end-of-day";
import { findSender } from "./internal/find-sender";
import type { AccessScope, Relation } from "@/lib/domain/patients/schema";

export type OfferedAccess = {
  patientName: string;
  inviterName: string;
  relation: Relation;
  scope: AccessScope;
  /** The last day of the access, in the reader's calendar; null without one. */
  endsOn: string | null;
};

/** Returns what a valid link offers, for its page; null for an invalid one, or whose sender may no longer give it. */
export async function findFamilyInvitation(token: string, timeZone: string): Promise<OfferedAccess | null> {
  const row = await db.familyInvitation.findFirst({
    where: { tokenHash: hashSecretToken(token), status: "PENDING", expiresAt: { gt: new Date() } },
    select: {
      patientId: true,
      createdByUserId: true,
      relation: true,
      scope: true,
      accessExpiresAt: true,
      patient: { select: { name: true } },
      createdBy: { select: { name: true } },
    },
  });
  if (!row || !(await findSender(db, row))) return null;
  return {
    patientName: row.patient.name,
    inviterName: row.createdBy.name,
    relation: row.relation,
    scope: row.scope,
    endsOn: lastDay({ timeZone }, row.accessExpiresAt),
  };
}
