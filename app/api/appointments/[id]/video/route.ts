import { z } from "zod";
import { joinVideo } from "@/lib/domain/appointments/join-video";
import { videoLinkOutput } from "@/lib/domain/appointments/schema";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/appointments/{id}/video",
    operationId: "joinVideo",
    summary: "Where patient and doctor meet by video, from ten minutes before the visit until its end",
    tags: ["Appointments"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: videoLinkOutput },
    errors: ["not-found", "forbidden", "video-closed", "no-video-link"],
  },
  ({ actor, params }) => joinVideo(actor, params.id),
);

export const OPTIONS = preflight;
export {
  refuseMethod as POST,
  refuseMethod as PUT,
  refuseMethod as PATCH,
  refuseMethod as DELETE,
} from "@/lib/platform/http/refuse-method";
