import { answerByLink } from "@/lib/domain/affiliations/answer-link";
import { toInvitationOutput } from "@/lib/domain/affiliations/format";
import { invitationOutput, respondByLinkInput } from "@/lib/domain/affiliations/schema";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/doctor-invitations/respond-by-link",
    operationId: "respondToInvitationLink",
    summary: "Accept or decline with the token of a mailed link, which works once",
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

export const OPTIONS = preflight;
export {
  refuseMethod as GET,
  refuseMethod as PUT,
  refuseMethod as PATCH,
  refuseMethod as DELETE,
} from "@/lib/platform/http/refuse-method";
