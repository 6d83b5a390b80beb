import { z } from "zod";
import { removeDepartment } from "@/lib/domain/staff/remove-department";
import { renameDepartment } from "@/lib/domain/staff/rename-department";
import { departmentBody, renamedDepartmentOutput } from "@/lib/domain/staff/schema-departments";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

const params = z.strictObject({ id: uuid });

export const PATCH = defineRoute(
  {
    method: "PATCH",
    path: "/api/departments/{id}",
    operationId: "renameDepartment",
    summary: "Rename a department; its doctors and wards stay in it",
    tags: ["Departments"],
    auth: "required",
    params,
    body: departmentBody,
    response: { status: 200, schema: renamedDepartmentOutput },
    errors: ["not-found", "forbidden"],
  },
  async ({ actor, params, body }) => ({ ...(await renameDepartment(actor, { ...body, id: params.id })), ...body }),
);

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/departments/{id}",
    operationId: "removeDepartment",
    summary: "Remove a department; its doctors and wards stay without one",
    tags: ["Departments"],
    auth: "required",
    params,
    response: { status: 204 },
    errors: ["not-found", "forbidden"],
  },
  async ({ actor, params }) => {
    await removeDepartment(actor, { id: params.id });
  },
);

export { GET, OPTIONS, POST, PUT } from "@/lib/platform/http/other-methods";
