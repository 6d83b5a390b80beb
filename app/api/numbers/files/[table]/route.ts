import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";
import { reportFile } from "@/lib/domain/analytics/format-report";
import { loadReport } from "@/lib/domain/analytics/load-report";
import { reportQuery } from "@/lib/domain/analytics/schema-report";
import { REPORT_TABLES } from "@/lib/domain/analytics/status";

/** All doctors and places. */
const EVERY = 5_000;

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/numbers/files/{table}",
    operationId: "getNumbersFile",
    summary: "Download a table of the numbers as CSV",
    description:
      "UTF-8 with its mark, dates as `YYYY-MM-DD`, numbers with a point. A cell that a spreadsheet would take for a formula begins with an apostrophe.",
    tags: ["Numbers"],
    auth: "required",
    params: z.strictObject({ table: z.enum(REPORT_TABLES) }),
    query: reportQuery,
    response: { status: 200, schema: z.string(), contentType: "text/csv" },
    errors: ["not-found"],
  },
  async ({ actor, params: { table }, query }) => {
    const report = await loadReport(actor, query, EVERY);
    return new Response(reportFile(report, table), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${table}-${report.from}-${report.to}.csv"`,
      },
    });
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
