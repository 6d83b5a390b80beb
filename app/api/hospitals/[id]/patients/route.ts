import { z } from "zod";
import { listRegistrations } from "@/lib/domain/registrations/queries";
import { registerPatient } from "@/lib/domain/registrations/register-patient";
import { registerBody, registrationOutput, registrationsQuery } from "@/lib/domain/registrations/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals/{id}/patients",
    operationId: "listRegistrations",
    summary: "List the patients the hospital has registered, newest first",
    description: "With `recordNumber`, the one who has it, in any spelling. For the hospital's staff.",
    tags: ["Patients"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    query: registrationsQuery,
    response: { status: 200, schema: pageOf(registrationOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listRegistrations(actor, params.id, query),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/hospitals/{id}/patients",
    operationId: "registerPatient",
    summary: "Register a patient at the hospital",
    description:
      "Someone new, or a patient it knows already, with its own record number for them. They get no account by it, and no message. Someone new who resembles one of its patients is a `conflict` with the reason `likely-known`, unless `isNew` says that it's someone else. For the hospital's staff.",
    tags: ["Patients"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: registerBody,
    response: { status: 201, schema: registrationOutput },
    errors: ["not-found", "conflict", "already-exists"],
    idempotent: true,
  },
  ({ actor, params, body }) => registerPatient(actor, { ...body, hospitalId: params.id }),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
