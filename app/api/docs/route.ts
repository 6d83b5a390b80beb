import "@/app/api/registry";
import { z } from "zod";
import { config } from "@/lib/platform/config/config";
import { defineRoute } from "@/lib/actor/define-route";
import { DOCS_POLICY, docsPage } from "@/lib/platform/http/docs/docs-page";
import { openApiDocument } from "@/lib/platform/http/openapi";

let page: string | undefined;

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/docs",
    operationId: "getDocs",
    summary: "Read this documentation as a page",
    tags: ["Platform"],
    auth: "none",
    response: { status: 200, schema: z.string(), contentType: "text/html", description: "A page." },
  },
  async () => {
    page ??= docsPage(openApiDocument(config.site.origin));
    return new Response(page, {
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": DOCS_POLICY,
        "Cache-Control": "public, max-age=300",
      },
    });
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
