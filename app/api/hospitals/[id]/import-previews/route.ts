import { z } from "zod";
import { previewImport } from "@/lib/domain/transfer/preview-import";
import { importPreviewOutput, MAX_BYTES, startImportBody } from "@/lib/domain/transfer/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/hospitals/{id}/import-previews",
    operationId: "previewImport",
    summary:
      "Preview how a file would be read: encoding, separator, decimal sign, columns and first rows; nothing is stored",
    tags: ["Imports"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: startImportBody,
    maxBodyBytes: 2 * MAX_BYTES,
    response: { status: 200, schema: importPreviewOutput },
    errors: ["not-found", "forbidden"],
  },
  ({ actor, params: { id }, body }) => previewImport(actor, { ...body, hospitalId: id }),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
