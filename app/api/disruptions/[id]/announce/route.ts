import { tellNow } from "@/lib/domain/disruptions/step-disruption";
import { stepRoute } from "../../step-route";

export const POST = stepRoute({
  path: "/api/disruptions/{id}/announce",
  operationId: "announceDisruption",
  summary: "Tell the patients now",
  description: "Otherwise they are told after two minutes.",
  take: tellNow,
});

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
