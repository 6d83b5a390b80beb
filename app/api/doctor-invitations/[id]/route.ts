import { z } from "zod";
import { toInvitationOutput } from "@/lib/domain/affiliations/output";
import { getInvitation } from "@/lib/domain/affiliations/queries";
import { invitationOutput } from "@/lib/domain/affiliations/schema";
import { withdrawInvitation } from "@/lib/domain/affiliations/withdraw-invitation";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

const params = z.strictObject({ id: uuid });

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/doctor-invitations/{id}",
    operationId: "getDoctorInvitation",
    summary: "Get an invitation or request to join",
    tags: ["Affiliations"],
    auth: "required",
    params,
    response: { status: 200, schema: invitationOutput },
    errors: ["not-found"],
    etag: (invitation) => invitation.version,
  },
  async ({ actor, params: { id } }) => toInvitationOutput(await getInvitation(actor, id)),
);

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/doctor-invitations/{id}",
    operationId: "withdrawDoctorInvitation",
    summary: "Withdraw an invitation (its hospital's managers) or a request (its doctor)",
    tags: ["Affiliations"],
    auth: "required",
    params,
    response: { status: 204 },
    errors: ["not-found", "forbidden", "invalid-transition", "version-mismatch"],
    ifMatch: true,
  },
  async ({ actor, params: { id }, ifMatch }) => void (await withdrawInvitation(actor, id, ifMatch)),
);

export { OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
