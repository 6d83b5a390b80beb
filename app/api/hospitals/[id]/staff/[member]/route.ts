import { z } from "zod";
import { changeStaffRole } from "@/lib/domain/staff/change-staff-role";
import { removeStaff } from "@/lib/domain/staff/remove-staff";
import { changeStaffBody, staffMemberOutput } from "@/lib/domain/staff/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

const params = z.strictObject({ id: uuid, member: uuid });

export const PATCH = defineRoute(
  {
    method: "PATCH",
    path: "/api/hospitals/{id}/staff/{member}",
    operationId: "changeStaffRole",
    summary: "Change a staff member's role",
    tags: ["Staff"],
    auth: "required",
    params,
    body: changeStaffBody,
    response: { status: 200, schema: staffMemberOutput },
    errors: ["not-found", "last-manager"],
  },
  ({ actor, params, body }) => changeStaffRole(actor, { ...body, hospitalId: params.id, id: params.member }),
);

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/hospitals/{id}/staff/{member}",
    operationId: "removeStaff",
    summary: "Remove a staff member: their access ends at once",
    tags: ["Staff"],
    auth: "required",
    params,
    response: { status: 204 },
    errors: ["not-found", "last-manager"],
  },
  async ({ actor, params }) => {
    await removeStaff(actor, { hospitalId: params.id, id: params.member });
  },
);

export { GET, OPTIONS, POST, PUT } from "@/lib/platform/http/other-methods";
