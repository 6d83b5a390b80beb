import { findPlaceInLine } from "@/lib/domain/waiting-room/queries";
import { placeInLineOutput } from "@/lib/domain/waiting-room/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { notFound } from "@/lib/platform/errors/app-error";
import { byId } from "@/lib/platform/http/by-id";

export const GET = defineRoute(
  {
    ...byId("/api/appointments/{id}/wait"),
    method: "GET",
    operationId: "getPlaceInLine",
    summary: "Get the number of someone who has checked in, and how long they will wait",
    description: "For everyone who sees the appointment. `404` before the check-in.",
    tags: ["Waiting room"],
    response: { status: 200, schema: placeInLineOutput },
    errors: ["not-found"],
  },
  async ({ actor, params }) => {
    const place = await findPlaceInLine(actor, params.id, new Date());
    if (!place) throw notFound();
    return place;
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
