import { z } from "zod";
import { toOutput, toPage } from "@/lib/domain/data-exports/output";
import { listHospitalExports } from "@/lib/domain/data-exports/queries";
import { requestExport } from "@/lib/domain/data-exports/request-export";
import { dataExportOutput, EXPORT_LIMIT, exportListQuery, hospitalExportBody } from "@/lib/domain/data-exports/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

const params = z.strictObject({ id: uuid });

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals/{id}/exports",
    operationId: "listExports",
    summary: "List the hospital's exports, newest first, for its managers",
    tags: ["Exports"],
    auth: "required",
    params,
    query: exportListQuery,
    response: { status: 200, schema: pageOf(dataExportOutput) },
    errors: ["not-found"],
  },
  async ({ actor, params: { id }, query }) => toPage(actor, await listHospitalExports(actor, id, query)),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/hospitals/{id}/exports",
    operationId: "requestExport",
    summary: "Ask for an export of a hospital's list, which is written in the background",
    description:
      "For managers, with their password again. One at a time, ten in 24 hours for each person. Poll the export until it is `READY`, then download its file within 24 hours.",
    tags: ["Exports"],
    auth: "required",
    params,
    body: hospitalExportBody,
    response: { status: 201, schema: dataExportOutput },
    errors: ["not-found", "forbidden", "conflict", "rate-limited"],
    idempotent: true,
    rateLimit: [{ ...EXPORT_LIMIT, by: "actor" }],
    etag: ({ version }) => version,
    location: ({ id }) => `/api/exports/${id}`,
  },
  async ({ actor, params: { id }, body }) => toOutput(actor, await requestExport(actor, { ...body, hospitalId: id })),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
