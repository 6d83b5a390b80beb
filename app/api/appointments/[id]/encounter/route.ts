import { toEncounterOutput } from "@/lib/domain/records/output";
import { getEncounter } from "@/lib/domain/records/queries";
import { encounterOutput, writeEncounterBody } from "@/lib/domain/records/schema";
import { writeNote } from "@/lib/domain/records/write-note";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/appointments/{id}/encounter");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Records"],
    method: "GET",
    operationId: "getEncounter",
    summary: "Get the note of a visit, what was found and what was prescribed",
    description: "Patients read it once it is signed. Every read is logged.",
    response: { status: 200, schema: encounterOutput },
    errors: ["not-found"],
    etag: (encounter) => encounter.version,
  },
  async ({ actor, params }) => toEncounterOutput(await getEncounter(actor, params.id)),
);

export const PUT = defineRoute(
  {
    ...common,
    tags: ["Records"],
    method: "PUT",
    operationId: "writeEncounter",
    summary: "Save the draft of a visit's note with what was found and prescribed",
    description: "`version` is the one you read: what someone else wrote in the meantime is never overwritten.",
    body: writeEncounterBody,
    response: { status: 200, schema: encounterOutput },
    errors: ["not-found", "invalid-transition", "version-mismatch"],
    etag: (encounter) => encounter.version,
  },
  async ({ actor, params, body }) => toEncounterOutput(await writeNote(actor, { appointmentId: params.id, ...body })),
);

export { DELETE, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
