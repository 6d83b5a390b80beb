import { getReminderRule } from "@/lib/domain/reminders/queries";
import { saveReminderRule } from "@/lib/domain/reminders/save-reminder-rule";
import { reminderRuleBody, reminderRuleOutput } from "@/lib/domain/reminders/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { hospitalAsOwner } from "@/lib/actor/owner";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/hospitals/{id}/reminder-rule");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Appointments"],
    method: "GET",
    operationId: "getReminderRuleOfHospital",
    summary: "Get when a hospital's patients are reminded of their appointments",
    description: "For the hospital's staff.",
    response: { status: 200, schema: reminderRuleOutput },
    errors: ["not-found"],
  },
  ({ actor, params }) => getReminderRule(actor, hospitalAsOwner(params)),
);

export const PUT = defineRoute(
  {
    ...common,
    tags: ["Appointments"],
    method: "PUT",
    operationId: "saveReminderRuleOfHospital",
    summary: "Set when a hospital's patients are reminded of their appointments",
    description: "For the hospital's managers. Reminders still to come are rescheduled.",
    body: reminderRuleBody,
    response: { status: 200, schema: reminderRuleOutput },
    errors: ["not-found", "forbidden"],
  },
  ({ actor, params, body }) => saveReminderRule(actor, hospitalAsOwner(params), body),
);

export { DELETE, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
