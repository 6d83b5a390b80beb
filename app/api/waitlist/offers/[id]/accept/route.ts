import { defineRoute } from "@/lib/actor/define-route";
import { toOutput } from "@/lib/domain/appointments/output";
import { appointmentOutput } from "@/lib/domain/appointments/schema";
import { acceptOffer } from "@/lib/domain/waitlist/accept-offer";
import { entryIdInput } from "@/lib/domain/waitlist/schema";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/waitlist/offers/{id}/accept",
    operationId: "acceptOffer",
    summary: "Accept an offered time",
    description:
      "Books it. The appointment it replaces moves there in the same transaction; on any failure the old time stands.",
    tags: ["Waitlist"],
    auth: "required",
    params: entryIdInput,
    response: { status: 200, schema: appointmentOutput },
    errors: [
      "not-found",
      "forbidden",
      "hold-expired",
      "invalid-transition",
      "cancellation-notice",
      "slot-not-offered",
      "slot-taken",
      "patient-busy",
      "quota-reached",
      "version-mismatch",
    ],
    etag: (appointment) => appointment.version,
  },
  async ({ actor, params }) => toOutput(await acceptOffer(actor, params.id)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
