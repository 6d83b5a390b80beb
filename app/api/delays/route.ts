import { announceRoute } from "@/app/api/disruptions/announce-route";
import { announceLate } from "@/lib/domain/disruptions/announce-late";
import { toOutput } from "@/lib/domain/disruptions/output";
import { lateInput } from "@/lib/domain/disruptions/schema";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    ...announceRoute,
    path: "/api/delays",
    auth: "required",
    operationId: "announceLate",
    summary: "Say that a doctor runs late today",
    description:
      "Appointments keep their times but are expected later. Tells the patients who haven't arrived yet two minutes later; until then it can be undone. A new number replaces the last one. It ends at midnight.",
    body: lateInput,
    errors: ["not-found"],
  },
  async ({ actor, body }) => toOutput(await announceLate(actor, body)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
