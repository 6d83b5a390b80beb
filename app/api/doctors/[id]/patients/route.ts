import { z } from "zod";
import { listDoctorPatients } from "@/lib/domain/appointments/list-doctor-patients";
import { doctorPatientOutput } from "@/lib/domain/appointments/schema";
import { notFound } from "@/lib/platform/errors/app-error";
import { defineRoute } from "@/lib/actor/define-route";
import { cursor, limit, pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/doctors/{id}/patients",
    operationId: "listDoctorPatients",
    summary: "List the doctor's own patients",
    tags: ["Appointments"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    query: z.strictObject({ limit, cursor: cursor.optional() }),
    response: { status: 200, schema: pageOf(doctorPatientOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => {
    if (actor.doctorId !== params.id) throw notFound();
    return listDoctorPatients(actor, {}, query);
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
