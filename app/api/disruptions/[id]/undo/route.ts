import { undoDisruption } from "@/lib/domain/disruptions/step-disruption";
import { stepRoute } from "../../step-route";

export const POST = stepRoute({
  path: "/api/disruptions/{id}/undo",
  operationId: "undoDisruption",
  summary: "Undo it before anyone is told",
  description: "Opens the hours again, unless a patient has already been told.",
  take: undoDisruption,
});

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
