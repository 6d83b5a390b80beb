import { z } from "zod";
import { toOutput } from "@/lib/domain/transfer/output";
import { dismissImport } from "@/lib/domain/transfer/dismiss-import";
import { importOutput } from "@/lib/domain/transfer/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/imports/{id}/dismiss",
    operationId: "dismissImport",
    summary: "Dismiss a file that hasn't been imported; its text and errors are deleted",
    tags: ["Imports"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: importOutput },
    errors: ["not-found", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: ({ version }) => version,
  },
  async ({ actor, params, ifMatch }) => toOutput(await dismissImport(actor, params.id, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
