import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";
import { checkReadiness } from "@/lib/platform/http/readiness";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/health/ready",
    operationId: "getReadiness",
    summary: "Check whether this instance can serve requests",
    description:
      "Answers 503 while the database is unavailable or not migrated. Delays are reported but don't count. `degraded` means it serves, " +
      "but what `missing` names isn't there: live-updates (pages no longer update automatically), background-work (emails, " +
      "reminders and expiries are delayed) or record-keys (notes and prescriptions can be neither read nor written). Locked and failed jobs count.",
    tags: ["Platform"],
    auth: "none",
    response: {
      status: 200,
      schema: z.object({
        status: z.enum(["ready", "degraded"]),
        missing: z.array(z.enum(["live-updates", "background-work", "record-keys"])),
        migrations: z.int(),
        outboxLagSeconds: z.int(),
        queueLagSeconds: z.int(),
        jobs: z.object({ waiting: z.int(), running: z.int(), exhausted: z.int() }),
        timeZones: z
          .object({ release: z.string(), node: z.string().nullable(), behind: z.enum(["rules", "node"]).nullable() })
          .meta({
            description: "The IANA release used for local times, the one in Node.js, and which is older.",
          }),
      }),
    },
  },
  checkReadiness,
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
