import { z } from "zod";
import { defineRoute } from "@/lib/platform/http/define-route";
import { checkReadiness } from "@/lib/platform/http/readiness";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/health/ready",
    operationId: "getReadiness",
    summary: "Can this instance serve?",
    description:
      "503 while the database does not answer or is not migrated. Lags are told, and not counted against it. `degraded`: it serves, " +
      "but what `missing` names is away: live-updates (pages no longer change by themselves) or background-work (mails, " +
      "reminders and what runs out have to wait). Jobs that are locked or were tried too often count.",
    tags: ["Platform"],
    auth: "none",
    response: {
      status: 200,
      schema: z.object({
        status: z.enum(["ready", "degraded"]),
        missing: z.array(z.enum(["live-updates", "background-work"])),
        migrations: z.int(),
        outboxLagSeconds: z.int(),
        queueLagSeconds: z.int(),
        jobs: z.object({ waiting: z.int(), running: z.int(), exhausted: z.int() }),
        timeZones: z
          .object({ release: z.string(), node: z.string().nullable(), behind: z.enum(["rules", "node"]).nullable() })
          .meta({
            description:
              "The IANA release all times of places follow, the one Node.js has, and which of them is older.",
          }),
      }),
    },
  },
  checkReadiness,
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
