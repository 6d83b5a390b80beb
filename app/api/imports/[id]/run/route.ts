import { z } from "zod";
import { toOutput } from "@/lib/domain/transfer/output";
import { runImport } from "@/lib/domain/transfer/run-import";
import { importOutput } from "@/lib/domain/transfer/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/imports/{id}/run",
    operationId: "runImport",
    summary: "Run a checked import: all of it or nothing",
    tags: ["Imports"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    rateLimit: [{ name: "run-imports", limit: 60, windowSeconds: 3600, by: "actor" }],
    response: { status: 200, schema: importOutput },
    errors: ["not-found", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: ({ version }) => version,
  },
  async ({ actor, params, ifMatch }) => toOutput(await runImport(actor, params.id, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
