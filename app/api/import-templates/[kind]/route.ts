import { z } from "zod";
import { KIND_WORDS, templateOf } from "@/lib/domain/transfer/format";
import { IMPORT_KINDS } from "@/lib/domain/transfer/status";
import { defineRoute } from "@/lib/actor/define-route";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/import-templates/{kind}",
    operationId: "getImportTemplate",
    summary: "Download a CSV template for a kind of import, with example rows",
    tags: ["Imports"],
    auth: "none",
    params: z.strictObject({ kind: z.enum(IMPORT_KINDS) }),
    response: { status: 200, schema: z.string(), contentType: "text/csv" },
    errors: ["not-found"],
  },
  async ({ params: { kind } }) =>
    new Response(templateOf(kind), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${KIND_WORDS[kind].file}.csv"`,
      },
    }),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
