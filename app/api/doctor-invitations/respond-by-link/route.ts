import { answerByLink } from "@/lib/domain/affiliations/answer-link";
import { toInvitationOutput } from "@/lib/domain/affiliations/output";
import { invitationOutput, respondByLinkInput } from "@/lib/domain/affiliations/schema";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/doctor-invitations/respond-by-link",
    operationId: "respondToInvitationLink",
    summary: "Accept or decline with the token from an emailed link, which works once",
    tags: ["Affiliations"],
    auth: "required",
    body: respondByLinkInput,
    response: { status: 200, schema: invitationOutput },
    errors: ["forbidden", "invalid-token", "invalid-transition", "already-exists"],
    rateLimit: [{ name: "invitation-link", limit: 60, windowSeconds: 3600, by: "actor" }],
    etag: (invitation) => invitation.version,
  },
  async ({ actor, body }) => toInvitationOutput(await answerByLink(actor, body)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
