import { listAllImports } from "@/lib/domain/transfer/queries";
import { importListQuery, importProgressOutput } from "@/lib/domain/transfer/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/admin/imports",
    operationId: "listAllImports",
    summary: "List all hospitals' imports and how far they have got, newest first, for administrators",
    description: "Without what is in the files, or what is wrong with them.",
    tags: ["Imports"],
    auth: "required",
    query: importListQuery,
    response: { status: 200, schema: pageOf(importProgressOutput) },
    errors: ["not-found"],
  },
  ({ actor, query }) => listAllImports(actor, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
