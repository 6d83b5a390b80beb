import { z } from "zod";
import { resendStaffInvitation } from "@/lib/domain/staff/resend-staff-invitation";
import { staffInvitationOutput } from "@/lib/domain/staff/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/hospitals/{id}/staff/invitations/{invitation}/resend",
    operationId: "resendStaffInvitation",
    summary: "Email a new link for another 14 days; the previous one stops working",
    tags: ["Staff"],
    auth: "required",
    params: z.strictObject({ id: uuid, invitation: uuid }),
    response: { status: 200, schema: staffInvitationOutput },
    errors: ["not-found", "invalid-transition"],
    rateLimit: [{ name: "staff-mails", limit: 60, windowSeconds: 3600, by: "actor" }],
  },
  ({ actor, params }) => resendStaffInvitation(actor, { hospitalId: params.id, id: params.invitation }),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
