import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";
import { checkReadiness } from "@/lib/platform/http/readiness";
import { MISSABLE_PARTS, WARNINGS } from "@/lib/platform/http/site-parts";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/health/ready",
    operationId: "getReadiness",
    summary: "Check whether this instance can serve requests",
    description:
      "Answers 503 while the site is broken: the database is unavailable or not migrated. `degraded` (200) means it serves, " +
      "but what `missing` names isn't there: live-updates (pages no longer update automatically), background-work (emails, " +
      "reminders and expiries are delayed) or record-keys (notes and prescriptions can be neither read nor written); or what " +
      "`warnings` names needs attention: events-delayed (for more than a minute), jobs-delayed (five minutes), jobs-failed " +
      "(some are no longer tried), backup-old (26 hours) or backup-behind (changes of 15 minutes aren't in the backups). Locked and failed jobs count as delayed.",
    tags: ["Platform"],
    auth: "none",
    response: {
      status: 200,
      schema: z.object({
        status: z.enum(["ready", "degraded"]),
        missing: z.array(z.enum(MISSABLE_PARTS)),
        warnings: z.array(z.enum(WARNINGS)),
        migrations: z.int(),
        outboxLagSeconds: z.int(),
        queueLagSeconds: z.int(),
        jobs: z.object({ waiting: z.int(), running: z.int(), exhausted: z.int() }),
        backups: z.object({ ageSeconds: z.int().nullable(), delaySeconds: z.int().nullable() }).nullable().meta({
          description:
            "Age of the last backup, and for how long changes have not reached the backups; null where there is none, or none known.",
        }),
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
