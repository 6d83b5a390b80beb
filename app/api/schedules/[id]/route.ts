import { z } from "zod";
import { toDisplacedVisit, toSavedOutput, toScheduleOutput } from "@/lib/domain/schedules/output";
import { getSchedule } from "@/lib/domain/schedules/queries";
import { deleteSchedule, previewSchedule, replaceSchedule } from "@/lib/domain/schedules/save-schedule";
import {
  savedScheduleOutput,
  SCHEDULE_LIMIT,
  scheduleInputSchema,
  scheduleOutputSchema,
  schedulePreview,
} from "@/lib/domain/schedules/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { queryFlag } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

const params = z.strictObject({ id: uuid });
const common = { path: "/api/schedules/{id}", auth: "required", params } as const;

export const GET = defineRoute(
  {
    ...common,
    tags: ["Hours"],
    method: "GET",
    operationId: "getSchedule",
    summary: "Get the hours at one place",
    response: { status: 200, schema: scheduleOutputSchema },
    errors: ["not-found"],
    etag: (schedule) => schedule.version,
  },
  async ({ actor, params }) => toScheduleOutput(await getSchedule(actor, params.id)),
);

export const PUT = defineRoute(
  {
    ...common,
    tags: ["Hours"],
    method: "PUT",
    operationId: "replaceSchedule",
    summary: "Replace the hours at one place or, with dryRun, check which appointments would fall outside them",
    query: z.strictObject({ dryRun: queryFlag.optional() }),
    body: scheduleInputSchema,
    rateLimit: [{ ...SCHEDULE_LIMIT, by: "actor" }],
    response: { status: 200, schema: z.union([schedulePreview, savedScheduleOutput]) },
    errors: ["not-found", "forbidden", "version-mismatch"],
    ifMatch: true,
    etag: (answer) => ("version" in answer ? answer.version : null),
  },
  async ({ actor, params, query, body, ifMatch }) => {
    if (!query.dryRun) return toSavedOutput(await replaceSchedule(actor, params.id, body, ifMatch));
    const visits = await previewSchedule(actor, params.id, body, ifMatch);
    return { dryRun: true as const, needRebooking: visits.map(toDisplacedVisit) };
  },
);

export const DELETE = defineRoute(
  {
    ...common,
    tags: ["Hours"],
    method: "DELETE",
    operationId: "deleteSchedule",
    summary: "End the hours at one place; booked appointments stay and need a new time",
    response: { status: 204 },
    errors: ["not-found", "forbidden", "version-mismatch"],
    ifMatch: true,
  },
  async ({ actor, params, ifMatch }) => void (await deleteSchedule(actor, params.id, ifMatch)),
);

export { OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
