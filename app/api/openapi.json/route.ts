import "@/app/api/registry";
import "@/app/api/docs/route";
import { z } from "zod";
import { config } from "@/lib/platform/config/config";
import { defineRoute } from "@/lib/actor/define-route";
import { openApiDocument } from "@/lib/platform/http/openapi";

let text: string | undefined;

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/openapi.json",
    operationId: "getOpenApi",
    summary: "Get this document",
    tags: ["Platform"],
    auth: "none",
    response: { status: 200, schema: z.looseObject({ openapi: z.string() }), description: "The OpenAPI 3.1 document." },
  },
  async () => {
    text ??= JSON.stringify(openApiDocument(config.site.origin));
    return new Response(text, {
      headers: { "Content-Type": "application/json", "Cache-Control": "public, max-age=300" },
    });
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
