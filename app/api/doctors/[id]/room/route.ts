import { queueOutput, roomBody } from "@/lib/domain/waiting-room/schema";
import { setRoom } from "@/lib/domain/waiting-room/set-room";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const PUT = defineRoute(
  {
    ...byId("/api/doctors/{id}/room"),
    method: "PUT",
    operationId: "setRoom",
    summary: "Say in which room a doctor works today, as the doctor or the hospital's staff",
    tags: ["Waiting room"],
    body: roomBody,
    response: { status: 200, schema: queueOutput },
    errors: ["not-found"],
  },
  ({ actor, params, body }) => setRoom(actor, { ...body, doctorId: params.id }),
);

export { DELETE, GET, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
