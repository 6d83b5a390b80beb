import { z } from "zod";
import { toOutput } from "@/lib/domain/transfer/output";
import { getImport } from "@/lib/domain/transfer/queries";
import { importOutput } from "@/lib/domain/transfer/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/imports/{id}",
    operationId: "getImport",
    summary: "Get an import: its progress and the errors in its file",
    tags: ["Imports"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: importOutput },
    errors: ["not-found"],
    etag: ({ version }) => version,
  },
  async ({ actor, params }) => toOutput(await getImport(actor, params.id)),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
