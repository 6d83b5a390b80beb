import { dismissAnnouncement } from "@/lib/domain/announcements/dismiss-announcement";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const POST = defineRoute(
  {
    ...byId("/api/announcements/{id}/dismiss"),
    method: "POST",
    operationId: "dismissAnnouncement",
    summary: "Hide an announcement from your pages",
    tags: ["Announcements"],
    response: { status: 204 },
    errors: ["not-found"],
  },
  ({ actor, params }) => dismissAnnouncement(actor, params),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
