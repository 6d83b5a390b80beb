import { z } from "zod";
import { toOutput } from "@/lib/domain/transfer/output";
import { listImports } from "@/lib/domain/transfer/queries";
import { importListQuery, importOutput, MAX_BYTES, startImportBody } from "@/lib/domain/transfer/schema";
import { startImport } from "@/lib/domain/transfer/start-import";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

const params = z.strictObject({ id: uuid });

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals/{id}/imports",
    operationId: "listImports",
    summary: "List the hospital's imports, newest first, for its managers",
    tags: ["Imports"],
    auth: "required",
    params,
    query: importListQuery,
    response: { status: 200, schema: pageOf(importOutput) },
    errors: ["not-found"],
  },
  async ({ actor, params: { id }, query }) => {
    const page = await listImports(actor, id, query);
    return { ...page, items: page.items.map(toOutput) };
  },
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/hospitals/{id}/imports",
    operationId: "startImport",
    summary: "Upload a CSV file and check it; nothing is written until you run it",
    description: "As text (`content`) or bytes (`file`). You can set how it is read; the preview shows the result.",
    tags: ["Imports"],
    auth: "required",
    params,
    body: startImportBody,
    // A quotation mark or a line break of the file is two characters in JSON.
    maxBodyBytes: 2 * MAX_BYTES,
    response: { status: 201, schema: importOutput },
    errors: ["not-found", "forbidden"],
    idempotent: true,
    rateLimit: [{ name: "imports", limit: 60, windowSeconds: 3600, by: "actor" }],
    etag: ({ version }) => version,
    location: ({ id }) => `/api/imports/${id}`,
  },
  async ({ actor, params: { id }, body }) => toOutput(await startImport(actor, { hospitalId: id, ...body })),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
