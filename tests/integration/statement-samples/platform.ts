import { randomUUID } from "node:crypto";
import * as events from "@/lib/platform/events/statements";
import * as idempotency from "@/lib/platform/idempotency/statements";
import * as jobs from "@/lib/platform/jobs/statements";
import * as months from "@/lib/platform/months/statements";
import * as rateLimit from "@/lib/platform/rate-limit/statements";
import * as sharedPages from "@/lib/platform/shared-pages/statements";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

const key = { actorKey: "user:1", key: "a-key", route: "POST /api/appointments", requestHash: "hash" };

export function platformSamples({ userId, now }: World): Sample[] {
  const event = { id: randomUUID(), type: "ward.changed", aggregate: "ward", aggregateId: randomUUID(), refs: {} };
  const attempt = { bucket: "bucket", about: null, most: 5, firstSeconds: 1, mostSeconds: 60, memorySeconds: 3600 };
  return [
    sample(events.insertChange, {
      userId,
      via: "session",
      requestId: null,
      audit: JSON.stringify({ action: "ward.change", subject: "ward", subjectId: null }),
      events: JSON.stringify([{ ...event, audience: [], sinks: ["channels"] }]),
    }),
    sample(events.dueDeliveries, "channels", 10),
    sample(events.deleteDeliveries, "channels", [1, 2]),
    sample(events.retryDeliveryLater, "channels", 1),
    sample(events.oldestDelivery),
    sample(events.oldestDeliveries),
    sample(idempotency.claimKey, { id: randomUUID(), ...key, owner: null }),
    sample(idempotency.keptAnswer, key.actorKey, key.key),
    sample(idempotency.keepAnswer, randomUUID(), { status: 201, body: "null", headers: "{}" }),
    sample(idempotency.deleteKey, randomUUID()),
    sample(idempotency.deleteExpiredKeys),
    sample(jobs.insertJob, { task: "send-password-reset", payload: "{}", runAt: now, jobKey: "a-key", maxAttempts: 3 }),
    sample(jobs.queueState, 30),
    sample(months.addMonths, 1, 3),
    sample(months.monthsLeft),
    sample(months.archivedPieces, "AuditEntry", "1,2"),
    sample(months.archivedUntil, "AuditEntry"),
    sample(rateLimit.countInWindow, { bucket: "bucket", cost: 1, windowSeconds: 60 }),
    sample(rateLimit.currentWindow, "bucket"),
    sample(rateLimit.addToWindows, ["bucket"], [2], now),
    sample(rateLimit.deleteEndedWindows),
    sample(rateLimit.countAttempt, attempt),
    sample(rateLimit.secondsUntilFree, "bucket"),
    sample(rateLimit.slowedUntil, "bucket"),
    sample(rateLimit.takeBackAttempt, "bucket"),
    sample(rateLimit.deleteAttempts, "bucket"),
    sample(rateLimit.deleteForgottenAttempts),
    sample(events.missedSince, { xmax: "20", unfinished: ["11", "12"], entries: ["admin"], most: 10 }),
    sample(events.deleteOldAudiences),
    sample(sharedPages.changesSince, "10:20:11,12"),
    sample(sharedPages.snapshotNow),
    sample(sharedPages.deleteSeenChanges),
  ];
}
