import { undoWardClosure } from "@/lib/domain/ward-closures/step-ward-closure";
import { stepRoute } from "../../step-route";

export const POST = stepRoute({
  path: "/api/ward-closures/{id}/undo",
  operationId: "undoWardClosure",
  summary: "Undo it before anyone is told",
  description: "Opens the beds again, unless a patient has already been told.",
  take: undoWardClosure,
});

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
