import { z } from "zod";
import { exportRecord } from "@/lib/domain/exports/export-record";
import { EXPORT_LIMIT } from "@/lib/domain/exports/rules";
import { recordExportOutput } from "@/lib/domain/exports/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { download } from "@/lib/platform/http/download";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/patients/{id}/export",
    operationId: "exportRecord",
    summary: "Download everything of a patient as one JSON document",
    description:
      "For the patient, and for those with the whole right to the record (`ALL`). Sent while it is read: `complete` stands last, and a document without it broke off. The download is in the access log.",
    tags: ["Records"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    rateLimit: [{ ...EXPORT_LIMIT, by: "actor" }],
    response: { status: 200, schema: recordExportOutput },
    errors: ["not-found"],
  },
  async ({ actor, params }) =>
    download(await exportRecord(actor, params.id, new Date()), {
      name: "caresync-record.json",
      type: "application/json; charset=utf-8",
    }),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
