import { getReminderRule } from "@/lib/domain/reminders/queries";
import { saveReminderRule } from "@/lib/domain/reminders/save-reminder-rule";
import { reminderRuleBody, reminderRuleOutput } from "@/lib/domain/reminders/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { doctorAsOwner } from "@/lib/actor/owner";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/doctors/{id}/reminder-rule");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Appointments"],
    method: "GET",
    operationId: "getReminderRuleOfDoctor",
    summary: "Get when a doctor's patients are reminded of their appointments",
    description: "For the doctor.",
    response: { status: 200, schema: reminderRuleOutput },
    errors: ["not-found"],
  },
  ({ actor, params }) => getReminderRule(actor, doctorAsOwner(params)),
);

export const PUT = defineRoute(
  {
    ...common,
    tags: ["Appointments"],
    method: "PUT",
    operationId: "saveReminderRuleOfDoctor",
    summary: "Set when a doctor's patients are reminded of their appointments",
    description: "For the doctor. Reminders still to come are rescheduled.",
    body: reminderRuleBody,
    response: { status: 200, schema: reminderRuleOutput },
    errors: ["not-found"],
  },
  ({ actor, params, body }) => saveReminderRule(actor, doctorAsOwner(params), body),
);

export { DELETE, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
