import { defineRoute } from "@/lib/actor/define-route";
import { listTimeline } from "@/lib/domain/timeline/queries";
import { timelineEntryOutput, timelineQuery } from "@/lib/domain/timeline/schema";
import { byId } from "@/lib/platform/http/by-id";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    ...byId("/api/patients/{id}/timeline"),
    tags: ["Records"],
    method: "GET",
    operationId: "listTimeline",
    summary: "List what happened to a patient, the latest first",
    description:
      "Visits for everyone who acts for the patient; stays and ambulances for those who book; measurements, prescriptions, allergies, conditions, documents and who was given or took access for those who read the record. Reads of the record are logged.",
    query: timelineQuery,
    response: { status: 200, schema: pageOf(timelineEntryOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query: { kind, ...page } }) => listTimeline(actor, { patientIds: [params.id], kind }, page),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
