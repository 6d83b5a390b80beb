import { unstable_rethrow } from "next/navigation";
import type { ActionResult } from "./action-result";

/**
 * Calls a server action from the browser. Where the server cannot be reached the answer is a failure like any other,
 * so that what was typed stays on the screen instead of giving way to an error page.
 */
export async function tryAction<T>(call: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await call();
  } catch (error) {
    unstable_rethrow(error);
    const message = "We could not be reached, so nothing was changed. Check your connection and try again.";
    return { ok: false, error: { code: "unavailable", message, requestId: "" } };
  }
}
