import { defineRoute } from "@/lib/actor/define-route";
import { openEmergencyAccess } from "@/lib/domain/emergency-access/open-emergency-access";
import { listOwnEmergencies } from "@/lib/domain/emergency-access/queries";
import { FIND_LIMIT } from "@/lib/domain/emergency-access/rules";
import { emergencyListQuery, emergencyOutput, openEmergencyInput } from "@/lib/domain/emergency-access/schema";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/emergency-access",
    operationId: "listOwnEmergencyAccess",
    summary: "List the records the doctor has opened in an emergency, with their reviews",
    tags: ["Sharing"],
    auth: "required",
    query: emergencyListQuery,
    response: { status: 200, schema: pageOf(emergencyOutput) },
    errors: ["not-found"],
  },
  ({ actor, query }) => listOwnEmergencies(actor, query),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/emergency-access",
    operationId: "openEmergencyAccess",
    summary: "Open a record in an emergency, for four hours",
    description:
      "For verified doctors. Needs the exact name and date of birth. The patient and administrators are notified at once, and an administrator reviews it. No match and several matches get the same answer.",
    tags: ["Sharing"],
    auth: "required",
    body: openEmergencyInput,
    response: { status: 201, schema: emergencyOutput },
    errors: ["not-found", "forbidden", "already-exists", "quota-reached"],
    idempotent: true,
    rateLimit: [FIND_LIMIT],
  },
  ({ actor, body }) => openEmergencyAccess(actor, body),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
