"use server";
import { redirect } from "next/navigation";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { defineAction } from "@/lib/actor/define-action";
import { routes } from "@/lib/site/routes";
import { acceptStaffInvitation } from "./internal/accept-staff-invitation";
import { addDepartment } from "./add-department";
import { changeStaffRole } from "./change-staff-role";
import { inviteStaff } from "./invite-staff";
import { removeDepartment } from "./remove-department";
import { removeStaff } from "./remove-staff";
import { renameDepartment } from "./rename-department";
import { resendStaffInvitation } from "./resend-staff-invitation";
import { changeStaffInput, inviteStaffInput, ofHospitalInput, staffLinkInput } from "./schema";
import { addDepartmentInput, removeDepartmentInput, renameDepartmentInput } from "./schema-departments";
import { withdrawStaffInvitation } from "./withdraw-staff-invitation";

export const addDepartmentAction = defineAction(addDepartmentInput, addDepartment, { name: "add-department" });
export const renameDepartmentAction = defineAction(renameDepartmentInput, renameDepartment, {
  name: "rename-department",
});
export const removeDepartmentAction = defineAction(removeDepartmentInput, removeDepartment, {
  name: "remove-department",
});

// Each of these sends a mail.
const mails = [{ name: "staff-mails", limit: 60, windowSeconds: 3600, by: "actor" as const }];
export const inviteStaffAction = defineAction(inviteStaffInput, inviteStaff, {
  name: "invite-staff",
  rateLimit: mails,
});
export const resendStaffInvitationAction = defineAction(ofHospitalInput, resendStaffInvitation, {
  name: "resend-staff-invitation",
  rateLimit: mails,
});
export const withdrawStaffInvitationAction = defineAction(ofHospitalInput, withdrawStaffInvitation, {
  name: "withdraw-staff-invitation",
});
export const changeStaffRoleAction = defineAction(changeStaffInput, changeStaffRole, { name: "change-staff-role" });
export const removeStaffAction = defineAction(ofHospitalInput, removeStaff, { name: "remove-staff" });

const acceptStaffLink = defineAction(staffLinkInput, acceptStaffInvitation, {
  name: "accept-staff-invitation",
  rateLimit: [{ name: "staff-links", limit: 30, windowSeconds: 3600, by: "actor" }],
});

export type StaffLinkState = { error?: ActionFailure };

/** Joins the staff and opens the portal; works without scripts, too. */
export async function acceptStaffInvitationAction(_before: StaffLinkState, form: FormData): Promise<StaffLinkState> {
  const outcome = await acceptStaffLink(form);
  if (!outcome.ok) return { error: outcome.error };
  redirect(routes.hospital.home());
}
