import { toOutput, toPage } from "@/lib/domain/data-exports/output";
import { listAllExports } from "@/lib/domain/data-exports/queries";
import { requestExport } from "@/lib/domain/data-exports/request-export";
import { dataExportOutput, EXPORT_LIMIT, exportListQuery, platformExportBody } from "@/lib/domain/data-exports/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/admin/exports",
    operationId: "listAllExports",
    summary: "List all exports and how far they have got, newest first, for administrators",
    description: "Without what is in them: an export is downloaded by the person who asked for it alone.",
    tags: ["Exports"],
    auth: "required",
    query: exportListQuery,
    response: { status: 200, schema: pageOf(dataExportOutput) },
    errors: ["not-found"],
  },
  async ({ actor, query }) => toPage(actor, await listAllExports(actor, query)),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/admin/exports",
    operationId: "requestPlatformExport",
    summary: "Ask for an export of the audit trail or the platform's numbers",
    description: "For administrators, with their password again. Otherwise like a hospital's.",
    tags: ["Exports"],
    auth: "required",
    body: platformExportBody,
    response: { status: 201, schema: dataExportOutput },
    errors: ["not-found", "conflict", "rate-limited"],
    idempotent: true,
    rateLimit: [{ ...EXPORT_LIMIT, by: "actor" }],
    etag: ({ version }) => version,
    location: ({ id }) => `/api/exports/${id}`,
  },
  async ({ actor, body }) => toOutput(actor, await requestExport(actor, { ...body, hospitalId: null })),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
