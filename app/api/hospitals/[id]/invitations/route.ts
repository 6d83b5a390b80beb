import { z } from "zod";
import { toInvitationOutput } from "@/lib/domain/affiliations/output";
import { inviteDoctor } from "@/lib/domain/affiliations/invite-doctor";
import { invitationOutput, inviteInput } from "@/lib/domain/affiliations/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/hospitals/{id}/invitations",
    operationId: "inviteDoctor",
    summary: "Invite a listed doctor, or an email address",
    description:
      "For the hospital's managers. Sends an email with a link that works once, for 14 days. The answer doesn't reveal whether the address has an account.",
    tags: ["Affiliations"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: inviteInput,
    response: { status: 201, schema: invitationOutput },
    errors: ["not-found", "forbidden", "already-exists"],
    idempotent: true,
    rateLimit: [{ name: "invite-doctor", limit: 100, windowSeconds: 3600, by: "actor" }],
    etag: (invitation) => invitation.version,
    location: (invitation) => `/api/doctor-invitations/${invitation.id}`,
  },
  async ({ actor, params, body }) => toInvitationOutput(await inviteDoctor(actor, params.id, body)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
