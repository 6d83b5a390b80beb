import { z } from "zod";
import { toOutput } from "@/lib/domain/appointments/output";
import { listAppointments } from "@/lib/domain/appointments/queries";
import { appointmentOutput, listFilter } from "@/lib/domain/appointments/schema";
import { notFound } from "@/lib/platform/errors/app-error";
import { defineRoute } from "@/lib/actor/define-route";
import { cursor, limit, pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/doctors/{id}/appointments",
    operationId: "listDoctorAppointments",
    summary: "List the doctor's own appointments",
    tags: ["Appointments"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    query: listFilter.extend({ limit, cursor: cursor.optional() }),
    response: { status: 200, schema: pageOf(appointmentOutput) },
    errors: ["not-found"],
  },
  async ({ actor, params, query: { limit, cursor, ...filter } }) => {
    if (actor.doctorId !== params.id) throw notFound();
    const page = await listAppointments(actor, { ...filter, doctorId: params.id }, { limit, cursor });
    return { ...page, items: page.items.map(toOutput) };
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
