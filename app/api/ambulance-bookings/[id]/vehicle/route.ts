import { z } from "zod";
import { toChangedCallOutput } from "@/lib/domain/ambulances/output";
import { replaceVehicle } from "@/lib/domain/ambulances/replace-vehicle";
import { changedCallOutput, replaceVehicleInput } from "@/lib/domain/ambulances/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const PUT = defineRoute(
  {
    method: "PUT",
    path: "/api/ambulance-bookings/{id}/vehicle",
    operationId: "replaceAmbulanceVehicle",
    summary: "Replace the vehicle that is on the call",
    description:
      "The call keeps its status. The first vehicle becomes free again, or goes out of service if a reason is given.",
    tags: ["Ambulances"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: replaceVehicleInput,
    response: { status: 200, schema: changedCallOutput },
    errors: ["not-found", "forbidden", "invalid-transition", "ambulance-taken", "version-mismatch"],
    ifMatch: true,
    etag: (call) => call.version,
  },
  async ({ actor, params, body, ifMatch }) =>
    toChangedCallOutput(await replaceVehicle(actor, params.id, body, ifMatch), actor),
);

export { DELETE, GET, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
