import { z } from "zod";
import { toCalendarEvent } from "@/lib/domain/appointments/format-calendar";
import { getAppointmentCard } from "@/lib/domain/appointments/queries";
import { icalFile } from "@/lib/platform/calendar/ical";
import { config } from "@/lib/platform/config/config";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/appointments/{id}/calendar",
    operationId: "getAppointmentCalendar",
    summary: "Download an appointment as an iCalendar file, without clinical details",
    tags: ["Appointments"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: z.string(), contentType: "text/calendar" },
    errors: ["not-found"],
  },
  async ({ actor, params }) => {
    const event = toCalendarEvent(await getAppointmentCard(actor, params.id), config.site.origin);
    return new Response(icalFile(event, new Date()), {
      headers: {
        "Content-Type": "text/calendar; charset=utf-8",
        "Content-Disposition": 'attachment; filename="visit.ics"',
      },
    });
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
