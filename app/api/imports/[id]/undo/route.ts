import { z } from "zod";
import { toOutput } from "@/lib/domain/transfer/output";
import { undoImport } from "@/lib/domain/transfer/undo-import";
import { importOutput } from "@/lib/domain/transfer/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/imports/{id}/undo",
    operationId: "undoImport",
    summary: "Undo an import: all of it or nothing",
    tags: ["Imports"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    rateLimit: [{ name: "run-imports", limit: 60, windowSeconds: 3600, by: "actor" }],
    response: { status: 200, schema: importOutput },
    errors: ["not-found", "invalid-transition", "conflict", "version-mismatch"],
    ifMatch: true,
    etag: ({ version }) => version,
  },
  async ({ actor, params, ifMatch }) => toOutput(await undoImport(actor, params.id, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
