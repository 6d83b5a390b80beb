import { z } from "zod";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";
import { checkReadiness } from "@/lib/platform/http/readiness";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/health/ready",
    operationId: "getReadiness",
    summary: "Can this instance serve?",
    description: "503 while the database does not answer or is not migrated. Lags are told, and not counted against it.",
    tags: ["Platform"],
    auth: "none",
    response: {
      status: 200,
      schema: z.object({
        status: z.literal("ready"),
        migrations: z.int(),
        outboxLagSeconds: z.int(),
        queueLagSeconds: z.int(),
      }),
    },
  },
  checkReadiness,
);

export const OPTIONS = preflight;
export { refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE } from "@/lib/platform/http/refuse-method";
