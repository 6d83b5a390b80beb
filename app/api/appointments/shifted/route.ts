import { z } from "zod";
import { toShiftedOutput } from "@/lib/domain/appointments/output-shift";
import { listShifted } from "@/lib/domain/appointments/load-shifted";
import { shiftedOutput } from "@/lib/domain/appointments/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { cursor, limit, pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/appointments/shifted",
    operationId: "listShiftedAppointments",
    summary: "List upcoming appointments whose local time changed with a time zone or its rules",
    description:
      "Appointments of the signed-in doctor or of your hospital, soonest first. Keep one (`POST /api/appointments/{id}/keep-time`) or reschedule it to `shift.promisedStart`.",
    tags: ["Appointments"],
    auth: "required",
    query: z.strictObject({ limit, cursor: cursor.optional() }),
    response: { status: 200, schema: pageOf(shiftedOutput) },
  },
  async ({ actor, query }) => {
    const { items, nextCursor } = await listShifted(actor, {}, query);
    const now = new Date();
    return { items: items.map((visit) => toShiftedOutput(visit, now)), nextCursor };
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
