import { z } from "zod";
import { withdrawStaffInvitation } from "@/lib/domain/staff/withdraw-staff-invitation";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/hospitals/{id}/staff/invitations/{invitation}",
    operationId: "withdrawStaffInvitation",
    summary: "Withdraw an invitation: its link stops working",
    tags: ["Staff"],
    auth: "required",
    params: z.strictObject({ id: uuid, invitation: uuid }),
    response: { status: 204 },
    errors: ["not-found", "invalid-transition"],
  },
  async ({ actor, params }) => {
    await withdrawStaffInvitation(actor, { hospitalId: params.id, id: params.invitation });
  },
);

export { GET, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
