import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";
import { operationsHeader, operationsLines } from "@/lib/domain/analytics/format-operations";
import { listOperationsBehind } from "@/lib/domain/analytics/list-operations-behind";
import { operationsQuery } from "@/lib/domain/analytics/schema-report";

const PAGE = 1_000;

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/numbers/operations/file",
    operationId: "getCountedOperationsFile",
    summary: "Download the stays, calls or filled times behind a number as CSV",
    description:
      "Without the patients: their IDs and names are in no file that isn't asked for with the password. UTF-8 with its mark, instants in UTC, numbers with a point. A cell that a spreadsheet would take for a formula begins with an apostrophe.",
    tags: ["Numbers"],
    auth: "required",
    query: operationsQuery,
    response: { status: 200, schema: z.string(), contentType: "text/csv" },
    errors: ["not-found"],
  },
  async ({ actor, query }) => {
    const lines = [operationsHeader(query.what)];
    let cursor: string | undefined;
    do {
      const page = await listOperationsBehind(actor, query, { limit: PAGE, cursor });
      lines.push(operationsLines(page.items));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return new Response(lines.join(""), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${query.what}.csv"`,
      },
    });
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
