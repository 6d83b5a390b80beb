import { listOwnAnnouncements } from "@/lib/domain/announcements/queries";
import { ownAnnouncementsOutput } from "@/lib/domain/announcements/schema";
import { defineRoute } from "@/lib/actor/define-route";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/announcements",
    operationId: "listOwnAnnouncements",
    summary: "List what is announced to you now or within twelve hours, and wasn't dismissed",
    tags: ["Announcements"],
    auth: "required",
    response: { status: 200, schema: ownAnnouncementsOutput },
    errors: [],
  },
  async ({ actor }) => ({ items: await listOwnAnnouncements(actor) }),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
