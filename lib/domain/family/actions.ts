"use server";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actor/define-action";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { routes } from "@/lib/site/routes";
import { addChild } from "./add-child";
import { changeAccess } from "./change-access";
import { changeChild } from "./change-child";
import { endAccess } from "./end-access";
import { acceptFamilyInvitation } from "./internal/accept-family-invitation";
import { inviteRelative } from "./invite-relative";
import { resendFamilyInvitation } from "./resend-family-invitation";
import {
  addChildInput,
  changeAccessInput,
  changeChildInput,
  familyLinkInput,
  inviteInput,
  ofPatientInput,
} from "./schema";
import { withdrawFamilyInvitation } from "./withdraw-family-invitation";

// Each of these sends a mail.
const mails = [{ name: "family-mails", limit: 20, windowSeconds: 3600, by: "actor" as const }];

export const addChildAction = defineAction(addChildInput, addChild, { name: "add-child" });
export const changeChildAction = defineAction(changeChildInput, changeChild, { name: "change-child" });
export const inviteRelativeAction = defineAction(inviteInput, inviteRelative, {
  name: "invite-relative",
  rateLimit: mails,
});
export const resendFamilyInvitationAction = defineAction(ofPatientInput, resendFamilyInvitation, {
  name: "resend-family-invitation",
  rateLimit: mails,
});
export const withdrawFamilyInvitationAction = defineAction(ofPatientInput, withdrawFamilyInvitation, {
  name: "withdraw-family-invitation",
});
export const changeAccessAction = defineAction(changeAccessInput, changeAccess, { name: "change-access" });
export const endAccessAction = defineAction(ofPatientInput, endAccess, { name: "end-access" });

const acceptFamilyLink = defineAction(familyLinkInput, acceptFamilyInvitation, {
  name: "accept-family-invitation",
  rateLimit: [{ name: "family-links", limit: 30, windowSeconds: 3600, by: "actor" }],
});

export type FamilyLinkState = { error?: ActionFailure };

/** Accepts an invitation and opens the family's page; works without scripts, too. */
export async function acceptFamilyInvitationAction(_before: FamilyLinkState, form: FormData): Promise<FamilyLinkState> {
  const outcome = await acceptFamilyLink(form);
  if (!outcome.ok) return { error: outcome.error };
  redirect(routes.patient.family());
}
