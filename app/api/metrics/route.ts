import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";
import { config } from "@/lib/platform/config/config";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { mayScrape } from "@/lib/platform/metrics/may-scrape";
import { METRICS_TYPE, renderMetrics } from "@/lib/platform/metrics/render-metrics";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/metrics",
    operationId: "getMetrics",
    summary: "Read the metrics of this server, for Prometheus",
    description:
      "Takes the token that the site is configured with (METRICS_TOKEN) as `Authorization: Bearer …`; an account's token " +
      "isn't one. Without a configured token there is nothing here. What is measured of the whole site is at most ten seconds old.",
    tags: ["Platform"],
    auth: "none",
    response: { status: 200, schema: z.string(), contentType: "text/plain" },
    errors: ["invalid-token", "not-found"],
  },
  async ({ request }) => {
    const { token } = config.metrics;
    if (token === undefined) throw notFound();
    if (!mayScrape(request.headers.get("authorization"), token)) throw new AppError("invalid-token");
    const text = await renderMetrics();
    if (text === null) throw notFound();
    return new Response(text, { headers: { "Content-Type": METRICS_TYPE } });
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
