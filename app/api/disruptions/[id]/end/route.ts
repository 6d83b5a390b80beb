import { endDisruption } from "@/lib/domain/disruptions/step-disruption";
import { stepRoute } from "../../step-route";

export const POST = stepRoute({
  path: "/api/disruptions/{id}/end",
  operationId: "endDisruption",
  summary: "End it before its time",
  description: "The hours open again, and appointments that still need a new time keep their own.",
  take: endDisruption,
});

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
