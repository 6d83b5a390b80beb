import { actionsFor } from "@/lib/platform/actions/define-action";
import { currentActor } from "./session";

/** Makes a server action of one use case, for our actors; `actionsFor` says how it answers. */
export const defineAction = actionsFor(currentActor);
