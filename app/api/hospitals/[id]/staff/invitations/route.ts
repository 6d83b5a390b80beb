import { z } from "zod";
import { listStaffInvitations } from "@/lib/domain/staff/list-staff";
import { staffInvitationOutput, staffListQuery } from "@/lib/domain/staff/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals/{id}/staff/invitations",
    operationId: "listStaffInvitations",
    summary: "List open invitations to the staff",
    tags: ["Staff"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    query: staffListQuery,
    response: { status: 200, schema: pageOf(staffInvitationOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listStaffInvitations(actor, params.id, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
