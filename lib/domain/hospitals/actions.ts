"use server";
import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { defineAction } from "@/lib/platform/actions/define-action";
import { acceptStaffInvitation } from "./accept-staff-invitation";
import { addDepartment } from "./add-department";
import { changeStaffRole } from "./change-staff-role";
import { findPatients, findSimilarPatients } from "./find-patients";
import { inviteStaff } from "./invite-staff";
import { removeDepartment } from "./remove-department";
import { removeStaff } from "./remove-staff";
import { renameDepartment } from "./rename-department";
import { resendStaffInvitation } from "./resend-staff-invitation";
import {
  addDepartmentInput,
  findPatientsInput,
  findSimilarInput,
  hospitalForm,
  removeDepartmentInput,
  renameDepartmentInput,
} from "./schema";
import { changeStaffInput, inviteStaffInput, ofHospitalInput, staffLinkInput } from "./schema-staff";
import { updateHospital } from "./update-hospital";
import { withdrawStaffInvitation } from "./withdraw-staff-invitation";

const lookUps = [{ name: "find-patients", limit: 240, windowSeconds: 60, by: "actor" as const }];
export const findPatientsAction = defineAction(findPatientsInput, findPatients, {
  name: "find-patients",
  rateLimit: lookUps,
});
export const findSimilarPatientsAction = defineAction(findSimilarInput, findSimilarPatients, {
  name: "find-similar-patients",
  rateLimit: lookUps,
});

export const addDepartmentAction = defineAction(addDepartmentInput, addDepartment, { name: "add-department" });
export const renameDepartmentAction = defineAction(renameDepartmentInput, renameDepartment, {
  name: "rename-department",
});
export const removeDepartmentAction = defineAction(removeDepartmentInput, removeDepartment, {
  name: "remove-department",
});

// Each of these sends someone a mail.
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

/** Takes up a place on the staff and goes to where the work is; works without script, too. */
export async function acceptStaffInvitationAction(_before: StaffLinkState, form: FormData): Promise<StaffLinkState> {
  const outcome = await acceptStaffLink(form);
  if (!outcome.ok) return { error: outcome.error };
  redirect("/hospital" as Route);
}

const saveHospital = defineAction(hospitalForm, updateHospital, { name: "update-hospital" });

/** What a form knows after it was sent: what was typed stays where it failed. */
export type HospitalFormState = {
  error?: ActionFailure;
  values?: Record<string, string>;
  done?: number;
  waits?: boolean;
};

export async function saveHospitalAction(_before: HospitalFormState, form: FormData): Promise<HospitalFormState> {
  const outcome = await saveHospital(form);
  // With the answer comes the page as it is now: its version, and what someone else has changed meanwhile.
  refresh();
  if (outcome.ok) return { done: Date.now(), waits: outcome.data.waits };
  const typed = [...form].filter(([name, value]) => !name.startsWith("$ACTION") && typeof value === "string") as [
    string,
    string,
  ][];
  return { error: outcome.error, values: Object.fromEntries(typed) };
}
