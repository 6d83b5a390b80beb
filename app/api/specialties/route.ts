import { z } from "zod";
import { listSpecialties } from "@/lib/domain/services/queries";
import { specialtyOutput } from "@/lib/domain/services/schema";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";
import { pageOf } from "@/lib/platform/http/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/specialties",
    operationId: "listSpecialties",
    summary: "All specialties",
    description: "A short list: always one page, `nextCursor` is null.",
    tags: ["Directory"],
    auth: "none",
    query: z.strictObject({}),
    response: { status: 200, schema: pageOf(specialtyOutput) },
  },
  async () => ({ items: await listSpecialties(), nextCursor: null }),
);

export const OPTIONS = preflight;
export { refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE } from "@/lib/platform/http/refuse-method";
