import { publishAnnouncement } from "@/lib/domain/announcements/publish-announcement";
import { listAnnouncements } from "@/lib/domain/announcements/queries";
import { announcementInput, announcementsQuery, publishedOutput } from "@/lib/domain/announcements/schema";
import { ANNOUNCEMENT_LIMIT } from "@/lib/domain/announcements/status";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

const common = { path: "/api/admin/announcements" as const, tags: ["Announcements"], auth: "required" as const };

export const GET = defineRoute(
  {
    ...common,
    method: "GET",
    operationId: "listAnnouncements",
    summary: "List all announcements, past and planned ones too, the latest first",
    query: announcementsQuery,
    response: { status: 200, schema: pageOf(publishedOutput) },
    errors: ["not-found"],
  },
  ({ actor, query }) => listAnnouncements(actor, query),
);

export const POST = defineRoute(
  {
    ...common,
    method: "POST",
    operationId: "publishAnnouncement",
    summary: "Publish an announcement at the top of the portals",
    description: "It never changes; what was wrong is ended and said again.",
    body: announcementInput,
    rateLimit: [{ ...ANNOUNCEMENT_LIMIT, by: "actor" }],
    response: { status: 201, schema: publishedOutput },
    errors: ["not-found"],
    idempotent: true,
    location: () => "/api/admin/announcements",
  },
  ({ actor, body }) => publishAnnouncement(actor, body),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
