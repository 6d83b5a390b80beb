import { z } from "zod";
import { completeVisit } from "@/lib/domain/appointments/complete-visit";
import { toEncounterOutput } from "@/lib/domain/records/output";
import { getEncounter } from "@/lib/domain/records/queries";
import { encounterOutput, writeEncounterBody } from "@/lib/domain/records/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/appointments/{id}/encounter/sign",
    operationId: "signEncounter",
    summary: "Save and sign the note and complete the visit, all at once",
    description: "From then on the note never changes, and the patient can read it.",
    tags: ["Records"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: writeEncounterBody,
    response: { status: 200, schema: encounterOutput },
    errors: ["not-found", "invalid-transition", "version-mismatch"],
    etag: (encounter) => encounter.version,
  },
  async ({ actor, params, body }) => {
    await completeVisit(actor, { appointmentId: params.id, ...body });
    return toEncounterOutput(await getEncounter(actor, params.id));
  },
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
