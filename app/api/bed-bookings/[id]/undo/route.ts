import { z } from "zod";
import { toOutput } from "@/lib/domain/beds/output";
import { bedBookingOutput } from "@/lib/domain/beds/schema";
import { undoDischarge } from "@/lib/domain/beds/undo-discharge";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/bed-bookings/{id}/undo",
    operationId: "undoDischarge",
    summary: "Undo a discharge within 30 minutes, if the bed is still free",
    tags: ["Beds"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: bedBookingOutput },
    errors: ["not-found", "forbidden", "bed-taken", "patient-admitted", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: (booking) => booking.version,
  },
  async ({ actor, params, ifMatch }) => toOutput(await undoDischarge(actor, params.id, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
