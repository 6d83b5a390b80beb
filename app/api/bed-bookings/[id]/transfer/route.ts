import { z } from "zod";
import { toOutput } from "@/lib/domain/beds/output";
import { bedBookingOutput, transferInput } from "@/lib/domain/beds/schema";
import { transferPatient } from "@/lib/domain/beds/transfer-patient";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/bed-bookings/{id}/transfer",
    operationId: "transferPatient",
    summary: "Transfer an admitted patient to another free bed; the old one goes to cleaning",
    tags: ["Beds"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: transferInput,
    response: { status: 200, schema: bedBookingOutput },
    errors: ["not-found", "forbidden", "bed-taken", "bed-closed", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: (booking) => booking.version,
  },
  async ({ actor, params, body, ifMatch }) => toOutput(await transferPatient(actor, params.id, body, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
