import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/health/live",
    operationId: "getLiveness",
    summary: "Check whether the process is alive",
    description: "Checks nothing else: the process can be alive while the database is down.",
    tags: ["Platform"],
    auth: "none",
    response: { status: 200, schema: z.object({ status: z.literal("live") }) },
  },
  async () => ({ status: "live" as const }),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
