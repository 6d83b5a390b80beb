"use server";
import { defineAction } from "@/lib/actor/define-action";
import { answerInvitation } from "./answer-invitation";
import { answerByLink } from "./answer-link";
import { askToJoin } from "./ask-to-join";
import { assignDepartment } from "./assign-department";
import { changeAffiliation, previewAffiliation } from "./change-affiliation";
import { searchInvitableDoctors, searchJoinableHospitals } from "./internal/search-partners";
import { toAffiliationOutput, toChangedOutput, toInvitationOutput } from "./output";
import { inviteDoctor } from "./invite-doctor";
import {
  affiliationStatusForm,
  departmentForm,
  findDoctorsForm,
  findHospitalsForm,
  inviteForm,
  joinInput,
  previewForm,
  respondByLinkInput,
  respondForm,
  withdrawForm,
} from "./schema";
import { withdrawInvitation } from "./withdraw-invitation";

const lookups = { limit: 240, windowSeconds: 60, by: "actor" } as const;
const asking = { limit: 100, windowSeconds: 3600, by: "actor" } as const;

export const inviteDoctorAction = defineAction(
  inviteForm,
  async (actor, { hospitalId, invite }) => toInvitationOutput(await inviteDoctor(actor, hospitalId, invite)),
  { name: "invite-doctor", rateLimit: [{ name: "invite-doctor", ...asking }] },
);

export const askToJoinAction = defineAction(
  joinInput,
  async (actor, input) => toInvitationOutput(await askToJoin(actor, input)),
  {
    name: "ask-to-join",
    rateLimit: [{ name: "ask-to-join", ...asking }],
  },
);

export const answerInvitationAction = defineAction(
  respondForm,
  async (actor, { id, version, ...input }) => toInvitationOutput(await answerInvitation(actor, id, input, version)),
  { name: "answer-invitation" },
);

export const answerByLinkAction = defineAction(
  respondByLinkInput,
  async (actor, input) => toInvitationOutput(await answerByLink(actor, input)),
  {
    name: "answer-invitation-link",
    rateLimit: [{ name: "invitation-link", limit: 60, windowSeconds: 3600, by: "actor" }],
  },
);

export const withdrawInvitationAction = defineAction(
  withdrawForm,
  async (actor, { id, version }) => toInvitationOutput(await withdrawInvitation(actor, id, version)),
  { name: "withdraw-invitation" },
);

export const changeAffiliationAction = defineAction(
  affiliationStatusForm,
  async (actor, { id, version, ...input }) => toChangedOutput(await changeAffiliation(actor, id, input, version)),
  { name: "change-affiliation" },
);

export const previewAffiliationAction = defineAction(previewForm, (actor, { id }) => previewAffiliation(actor, id), {
  name: "preview-affiliation",
  rateLimit: [{ name: "preview-affiliation", ...lookups }],
});

export const assignDepartmentAction = defineAction(
  departmentForm,
  async (actor, { id, version, departmentId }) =>
    toAffiliationOutput(await assignDepartment(actor, id, { departmentId }, version)),
  { name: "assign-department" },
);

export const findDoctorsAction = defineAction(findDoctorsForm, searchInvitableDoctors, {
  name: "find-doctors",
  rateLimit: [{ name: "find-doctors", ...lookups }],
});

export const findHospitalsAction = defineAction(findHospitalsForm, searchJoinableHospitals, {
  name: "find-hospitals",
  rateLimit: [{ name: "find-hospitals", ...lookups }],
});
