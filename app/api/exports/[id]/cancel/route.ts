import { z } from "zod";
import { cancelExport } from "@/lib/domain/data-exports/cancel-export";
import { toOutput } from "@/lib/domain/data-exports/output";
import { dataExportOutput } from "@/lib/domain/data-exports/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/exports/{id}/cancel",
    operationId: "cancelExport",
    summary: "Cancel an export that is being written; nothing of it is kept",
    tags: ["Exports"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: dataExportOutput },
    errors: ["not-found", "forbidden", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: ({ version }) => version,
  },
  async ({ actor, params, ifMatch }) => toOutput(actor, await cancelExport(actor, params.id, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
