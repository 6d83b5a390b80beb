import { endWardClosure } from "@/lib/domain/ward-closures/step-ward-closure";
import { stepRoute } from "../../step-route";

export const POST = stepRoute({
  path: "/api/ward-closures/{id}/end",
  operationId: "endWardClosure",
  summary: "End it before its time, or call it off",
  description: "The beds open again, and patients with a reservation who were told hear that it stands.",
  take: endWardClosure,
});

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
