import { z } from "zod";
import { toOutput } from "@/lib/domain/data-exports/output";
import { getExport } from "@/lib/domain/data-exports/queries";
import { dataExportOutput } from "@/lib/domain/data-exports/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/exports/{id}",
    operationId: "getExport",
    summary: "Get an export: how far it has got, and until when it can be downloaded",
    tags: ["Exports"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: dataExportOutput },
    errors: ["not-found"],
    etag: ({ version }) => version,
  },
  async ({ actor, params }) => toOutput(actor, await getExport(actor, params.id)),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
