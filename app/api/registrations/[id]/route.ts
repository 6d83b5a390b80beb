import { changeRegistration } from "@/lib/domain/registrations/change-registration";
import { getRegistration } from "@/lib/domain/registrations/queries";
import { changeRegistrationInput, registrationOutput } from "@/lib/domain/registrations/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/registrations/{id}");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Patients"],
    method: "GET",
    operationId: "getRegistration",
    summary: "Get a patient's registration at the hospital, with its record number",
    description: "For the hospital's staff.",
    response: { status: 200, schema: registrationOutput },
    errors: ["not-found"],
    etag: (registration) => registration.version,
  },
  ({ actor, params }) => getRegistration(actor, params.id),
);

export const PATCH = defineRoute(
  {
    ...common,
    tags: ["Patients"],
    method: "PATCH",
    operationId: "changeRegistration",
    summary: "Correct a registration; fields left out stay the same, null removes one",
    description:
      "The record number, the email address and the language. A number that another of the hospital's patients has is `already-exists`. For the hospital's staff.",
    body: changeRegistrationInput,
    response: { status: 200, schema: registrationOutput },
    errors: ["not-found", "already-exists", "version-mismatch"],
    ifMatch: true,
    etag: (registration) => registration.version,
  },
  ({ actor, params, body, ifMatch }) => changeRegistration(actor, params.id, body, ifMatch),
);

export { DELETE, OPTIONS, POST, PUT } from "@/lib/platform/http/other-methods";
