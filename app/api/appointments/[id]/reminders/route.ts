import { remindNow } from "@/lib/domain/reminders/remind-now";
import { remindedOutput } from "@/lib/domain/reminders/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const POST = defineRoute(
  {
    ...byId("/api/appointments/{id}/reminders"),
    method: "POST",
    operationId: "remindNow",
    summary: "Remind the patient of an appointment now, with a link to confirm, reschedule or cancel it",
    description: "For the doctor and the front desk. Not again within an hour.",
    tags: ["Appointments"],
    response: { status: 200, schema: remindedOutput },
    errors: ["not-found", "forbidden", "invalid-transition", "conflict"],
  },
  ({ actor, params }) => remindNow(actor, params.id),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
