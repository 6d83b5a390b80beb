import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";
import { resendFamilyInvitation } from "@/lib/domain/family/resend-family-invitation";
import { familyInvitationOutput } from "@/lib/domain/family/schema";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/patients/{id}/access/invitations/{invitation}/resend",
    operationId: "resendFamilyInvitation",
    summary: "Email a new link for another 14 days; the previous one stops working",
    tags: ["Family"],
    auth: "required",
    params: z.strictObject({ id: uuid, invitation: uuid }),
    response: { status: 200, schema: familyInvitationOutput },
    errors: ["not-found", "forbidden", "invalid-transition"],
    rateLimit: [{ name: "family-mails", limit: 20, windowSeconds: 3600, by: "actor" }],
  },
  ({ actor, params }) => resendFamilyInvitation(actor, { patientId: params.id, id: params.invitation }),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
