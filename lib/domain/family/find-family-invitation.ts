import { hashSecretToken } from "@/lib/platform/auth/secret-token";
import { db } from "@/lib/platform/db/db";
import { lastDay } from "./internal/end-of-day";
import type { AccessScope, Relation } from "@/lib/domain/patients/schema";

export type OfferedAccess = {
  patientName: string;
  inviterName: string;
  relation: Relation;
  scope: AccessScope;
  /** The last day of the access, in the reader's calendar; null without one. */
  endsOn: string | null;
};

/** Returns what a valid link offers, for its page; null for an invalid one. */
export async function findFamilyInvitation(token: string, timeZone: string): Promise<OfferedAccess | null> {
  const row = await db.familyInvitation.findFirst({
    where: { tokenHash: hashSecretToken(token), status: "PENDING", expiresAt: { gt: new Date() } },
    select: {
      relation: true,
      scope: true,
      accessExpiresAt: true,
      patient: { select: { name: true } },
      createdBy: { select: { name: true } },
    },
  });
  return (
    row && {
      patientName: row.patient.name,
      inviterName: row.createdBy.name,
      relation: row.relation,
      scope: row.scope,
      endsOn: lastDay({ timeZone }, row.accessExpiresAt),
    }
  );
}
