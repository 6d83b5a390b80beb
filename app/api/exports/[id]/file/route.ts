import { z } from "zod";
import { openExport } from "@/lib/domain/data-exports/open-export";
import { defineRoute } from "@/lib/actor/define-route";
import { download } from "@/lib/platform/http/download";
import { FILE_ANSWER } from "@/lib/platform/http/file-answer";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/exports/{id}/file",
    operationId: "downloadExport",
    summary: "Download the file of an export you asked for, within 24 hours",
    description:
      "CSV (RFC 4180, UTF-8, one header row) or NDJSON (a JSON object a line). Each download is in the audit trail. When your right to it ends meanwhile, the download breaks off, shorter than its `Content-Length`.",
    tags: ["Exports"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: FILE_ANSWER,
    errors: ["not-found"],
  },
  async ({ actor, params }) => {
    const { pieces, ...file } = await openExport(actor, params.id);
    return download(pieces, file);
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
