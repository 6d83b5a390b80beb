import { z } from "zod";
import { faultsFile } from "@/lib/domain/transfer/format";
import { toOutput } from "@/lib/domain/transfer/output";
import { getImport } from "@/lib/domain/transfer/queries";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/imports/{id}/faults",
    operationId: "getImportFaults",
    summary: "Download a file's errors as CSV: row, column, value and error",
    tags: ["Imports"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: z.string(), contentType: "text/csv" },
    errors: ["not-found"],
  },
  async ({ actor, params: { id } }) =>
    new Response(faultsFile(toOutput(await getImport(actor, id)).faults), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="faults.csv"',
      },
    }),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
