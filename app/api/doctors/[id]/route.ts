import { z } from "zod";
import { getDoctorProfile } from "@/lib/domain/doctors/queries";
import { doctorProfileOutput } from "@/lib/domain/doctors/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/doctors/{id}",
    operationId: "getDoctor",
    summary: "Get the public profile of a listed doctor",
    tags: ["Directory"],
    auth: "none",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: doctorProfileOutput },
    errors: ["not-found"],
  },
  ({ params }) => getDoctorProfile({ id: params.id }),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
