import { z } from "zod";
import { cursor, limit } from "@/lib/platform/input/query";
import { emailAddress, instant, uuid } from "@/lib/platform/input/text";

const staffRole = z.enum(["MANAGER", "COORDINATOR"]).meta({
  description: "MANAGER: everything at the hospital. COORDINATOR: front desk, beds and ambulances.",
});
export type StaffRole = z.infer<typeof staffRole>;

export const inviteStaffBody = z.strictObject({ email: emailAddress, role: staffRole });
export const inviteStaffInput = inviteStaffBody.extend({ hospitalId: uuid });

export const changeStaffBody = z.strictObject({ role: staffRole });
export const changeStaffInput = changeStaffBody.extend({ hospitalId: uuid, id: uuid });

/** A staff member, or an invitation, of a hospital. */
export const ofHospitalInput = z.strictObject({ hospitalId: uuid, id: uuid });
export type OfHospital = z.output<typeof ofHospitalInput>;

export const staffListQuery = z.strictObject({ limit, cursor: cursor.optional() });

/** The content of the mail's link. */
export const staffLinkInput = z.strictObject({ token: z.string().min(1).max(200) });

export const staffMemberOutput = z.object({
  id: uuid,
  userId: uuid,
  name: z.string(),
  email: z.string(),
  role: staffRole,
  createdAt: instant,
});
export type StaffMember = z.infer<typeof staffMemberOutput>;

export const staffInvitationOutput = z.object({
  id: uuid,
  email: z.string(),
  role: staffRole,
  status: z.enum(["PENDING", "ACCEPTED", "DECLINED", "WITHDRAWN", "EXPIRED"]),
  createdAt: instant,
  expiresAt: instant,
});
export type StaffInvitationOutput = z.infer<typeof staffInvitationOutput>;
