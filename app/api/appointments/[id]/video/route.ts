import { z } from "zod";
import { joinVideo } from "@/lib/domain/appointments/join-video";
import { videoLinkOutput } from "@/lib/domain/appointments/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/appointments/{id}/video",
    operationId: "joinVideo",
    summary: "Get the video link, from ten minutes before the appointment until it ends",
    tags: ["Appointments"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: videoLinkOutput },
    errors: ["not-found", "forbidden", "video-closed", "no-video-link"],
  },
  ({ actor, params }) => joinVideo(actor, params.id),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
