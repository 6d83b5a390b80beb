import { z } from "zod";
import { addDepartment } from "@/lib/domain/staff/add-department";
import { listDepartments } from "@/lib/domain/staff/list-departments";
import { departmentBody, departmentListQuery, departmentOutput } from "@/lib/domain/staff/schema-departments";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

const params = z.strictObject({ id: uuid });

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals/{id}/departments",
    operationId: "listDepartments",
    summary: "List the hospital's departments with their numbers of doctors and wards, for its staff",
    tags: ["Departments"],
    auth: "required",
    params,
    query: departmentListQuery,
    response: { status: 200, schema: pageOf(departmentOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listDepartments(actor, params.id, query),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/hospitals/{id}/departments",
    operationId: "addDepartment",
    summary: "Add a department",
    tags: ["Departments"],
    auth: "required",
    params,
    body: departmentBody,
    response: { status: 201, schema: departmentOutput },
    errors: ["not-found", "forbidden"],
    idempotent: true,
  },
  async ({ actor, params, body }) => {
    const { id } = await addDepartment(actor, { ...body, hospitalId: params.id });
    return { id, name: body.name, doctorCount: 0, wardCount: 0 };
  },
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
