import { tellOfWardClosure } from "@/lib/domain/ward-closures/step-ward-closure";
import { stepRoute } from "../../step-route";

export const POST = stepRoute({
  path: "/api/ward-closures/{id}/announce",
  operationId: "announceWardClosure",
  summary: "Tell the patients now",
  description: "Otherwise they are told after two minutes.",
  take: tellOfWardClosure,
});

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
