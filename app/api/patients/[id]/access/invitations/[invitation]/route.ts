import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";
import { withdrawFamilyInvitation } from "@/lib/domain/family/withdraw-family-invitation";
import { uuid } from "@/lib/platform/input/text";

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/patients/{id}/access/invitations/{invitation}",
    operationId: "withdrawFamilyInvitation",
    summary: "Withdraw an invitation: its link stops working",
    tags: ["Family"],
    auth: "required",
    params: z.strictObject({ id: uuid, invitation: uuid }),
    response: { status: 204 },
    errors: ["not-found", "forbidden", "invalid-transition"],
  },
  async ({ actor, params }) => {
    await withdrawFamilyInvitation(actor, { patientId: params.id, id: params.invitation });
  },
);

export { GET, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
