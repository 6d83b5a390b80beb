import { z } from "zod";
import { toScheduleOutput } from "@/lib/domain/schedules/output";
import { listSchedules } from "@/lib/domain/schedules/queries";
import { createSchedule } from "@/lib/domain/schedules/save-schedule";
import { SCHEDULE_LIMIT, scheduleInputSchema, scheduleOutputSchema } from "@/lib/domain/schedules/schema";
import { notFound } from "@/lib/platform/errors/app-error";
import { defineRoute } from "@/lib/actor/define-route";
import { cursor, limit, pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

const params = z.strictObject({ id: uuid });

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/doctors/{id}/schedules",
    operationId: "listSchedules",
    summary: "List a doctor's hours by place, for the doctor and the hospital's staff",
    tags: ["Hours"],
    auth: "required",
    params,
    query: z.strictObject({ limit, cursor: cursor.optional() }),
    response: { status: 200, schema: pageOf(scheduleOutputSchema) },
    errors: ["not-found"],
  },
  async ({ actor, params, query }) => {
    const { items, nextCursor } = await listSchedules(actor, params.id, query);
    if (items.length === 0 && !query.cursor && actor.doctorId !== params.id) throw notFound();
    return { items: items.map(toScheduleOutput), nextCursor };
  },
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/doctors/{id}/schedules",
    operationId: "createSchedule",
    summary: "Add hours at another place",
    tags: ["Hours"],
    auth: "required",
    params,
    body: scheduleInputSchema,
    rateLimit: [{ ...SCHEDULE_LIMIT, by: "actor" }],
    response: { status: 201, schema: scheduleOutputSchema },
    errors: ["not-found", "already-exists"],
    idempotent: true,
    etag: (schedule) => schedule.version,
    location: (schedule) => `/api/schedules/${schedule.id}`,
  },
  async ({ actor, params, body }) => toScheduleOutput(await createSchedule(actor, params.id, body)),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
