import { endAnnouncement } from "@/lib/domain/announcements/end-announcement";
import { publishedOutput } from "@/lib/domain/announcements/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const POST = defineRoute(
  {
    ...byId("/api/admin/announcements/{id}/end"),
    method: "POST",
    operationId: "endAnnouncement",
    summary: "End an announcement before its time",
    tags: ["Announcements"],
    response: { status: 200, schema: publishedOutput },
    errors: ["not-found", "invalid-transition"],
  },
  ({ actor, params }) => endAnnouncement(actor, params),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
