import { z } from "zod";
import { listHospitalDoctors } from "@/lib/domain/hospitals/queries";
import { hospitalDoctorOutput, hospitalDoctorsQuery } from "@/lib/domain/hospitals/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals/{id}/doctors",
    operationId: "listHospitalDoctors",
    summary: "List the doctors of a listed hospital with their next available times there",
    tags: ["Directory"],
    auth: "none",
    params: z.strictObject({ id: uuid }),
    query: hospitalDoctorsQuery,
    response: { status: 200, schema: pageOf(hospitalDoctorOutput) },
    errors: ["not-found"],
  },
  ({ params, query }) => listHospitalDoctors(params.id, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
