import { z } from "zod";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { toOutput } from "@/lib/domain/appointments/output";
import { listAppointments } from "@/lib/domain/appointments/queries";
import { appointmentOutput, bookInput, listFilter } from "@/lib/domain/appointments/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { cursor, limit, pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/appointments",
    operationId: "listAppointments",
    summary: "List appointments: your patients', your own as a doctor, or your hospital's",
    tags: ["Appointments"],
    auth: "required",
    query: listFilter.extend({ limit, cursor: cursor.optional(), order: z.enum(["asc", "desc"]).optional() }),
    response: { status: 200, schema: pageOf(appointmentOutput) },
  },
  async ({ actor, query: { limit, cursor, order, ...filter } }) => {
    const page = await listAppointments(actor, filter, { limit, cursor, order });
    return { ...page, items: page.items.map(toOutput) };
  },
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/appointments",
    operationId: "bookAppointment",
    summary: "Book an available time",
    tags: ["Appointments"],
    auth: "required",
    body: bookInput,
    response: { status: 201, schema: appointmentOutput },
    errors: [
      "slot-taken",
      "hold-expired",
      "quota-reached",
      "patient-busy",
      "slot-not-offered",
      "not-found",
      "forbidden",
    ],
    idempotent: true,
    etag: (appointment) => appointment.version,
    location: (appointment) => `/api/appointments/${appointment.id}`,
  },
  async ({ actor, body }) => toOutput(await bookAppointment(actor, body)),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
