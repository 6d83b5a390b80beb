import { z } from "zod";
import { listSpecialtyPage } from "@/lib/domain/services/queries";
import { specialtyOutput } from "@/lib/domain/services/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { cursor, limit, pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/specialties",
    operationId: "listSpecialties",
    summary: "List all specialties",
    tags: ["Directory"],
    auth: "none",
    query: z.strictObject({ limit, cursor: cursor.optional() }),
    response: { status: 200, schema: pageOf(specialtyOutput) },
  },
  ({ query }) => listSpecialtyPage(query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
