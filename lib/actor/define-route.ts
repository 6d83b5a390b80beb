import { routesFor } from "@/lib/platform/http/define-route";
import { authenticateRequest } from "./authenticate";

/** Makes a REST route of one use case, for our actors; `routesFor` says how it answers. */
export const defineRoute = routesFor(authenticateRequest);
