import { z } from "zod";
import { answerInvitation } from "@/lib/domain/affiliations/answer-invitation";
import { toInvitationOutput } from "@/lib/domain/affiliations/output";
import { invitationOutput, respondInput } from "@/lib/domain/affiliations/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/doctor-invitations/{id}/respond",
    operationId: "respondToDoctorInvitation",
    summary: "Accept or decline an invitation (as the doctor) or a request (as a manager)",
    description: "Accepting creates the affiliation at once. `departmentId` is for managers who accept a request.",
    tags: ["Affiliations"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: respondInput,
    response: { status: 200, schema: invitationOutput },
    errors: ["not-found", "forbidden", "invalid-transition", "already-exists", "version-mismatch"],
    ifMatch: true,
    etag: (invitation) => invitation.version,
  },
  async ({ actor, params, body, ifMatch }) =>
    toInvitationOutput(await answerInvitation(actor, params.id, body, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
