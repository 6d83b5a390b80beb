import type { NotifiedCount } from "@/lib/domain/contacts/schema";
import type { AffiliationItem, InvitationItem } from "./schema";
import type { AffiliationStatus, InvitationStatus } from "./status";

type Named = { name: string };

export type InvitationLike = {
  id: string;
  direction: InvitationItem["direction"];
  hospitalId: string;
  doctorId: string | null;
  email: string | null;
  departmentId: string | null;
  status: InvitationStatus;
  message: string | null;
  statusReason: string | null;
  affiliationId: string | null;
  expiresAt: Date;
  respondedAt: Date | null;
  version: number;
  createdAt: Date;
  hospital: Named;
  doctor: Named | null;
  department: Named | null;
};

/** Returns the wire format of an invitation or request. */
export function toInvitationOutput({
  hospital,
  doctor,
  department,
  expiresAt,
  respondedAt,
  createdAt,
  ...row
}: InvitationLike): InvitationItem {
  return {
    ...row,
    hospitalName: hospital.name,
    doctorName: doctor?.name ?? null,
    departmentName: department?.name ?? null,
    expiresAt: expiresAt.toISOString(),
    respondedAt: respondedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

export type AffiliationLike = {
  id: string;
  doctorId: string;
  hospitalId: string;
  departmentId: string | null;
  status: AffiliationStatus;
  statusReason: string | null;
  version: number;
  createdAt: Date;
  endedAt: Date | null;
  hospital: Named;
  doctor: Named;
  department: Named | null;
};

/** Returns the wire format of an affiliation. */
export function toAffiliationOutput({
  hospital,
  doctor,
  department,
  createdAt,
  endedAt,
  ...row
}: AffiliationLike): AffiliationItem {
  return {
    ...row,
    doctorName: doctor.name,
    hospitalName: hospital.name,
    departmentName: department?.name ?? null,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

/** Returns the same for a changed one, with who is notified. */
export function toChangedOutput(
  row: AffiliationLike & { notified: NotifiedCount },
): AffiliationItem & { notified: NotifiedCount } {
  const { notified, ...affiliation } = row;
  return { ...toAffiliationOutput(affiliation), notified };
}
