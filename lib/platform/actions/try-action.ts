import { unstable_rethrow } from "next/navigation";
import { GaveUpError } from "@/lib/platform/http/browser/blocker";
import type { ActionFailure, ActionResult } from "./action-result";

/**
 * Calls a server action from the browser. An unreachable server becomes an ordinary failure, so that what was typed
 * stays on the screen instead of an error page.
 */
export async function tryAction<T>(call: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await call();
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}

type FormState = { error?: ActionFailure; values?: Record<string, string> };

/** Does the same for a form's action, and returns what was typed with the failure. */
export function tryFormAction<S extends FormState>(
  action: (before: S, form: FormData) => Promise<S>,
): (before: S, form: FormData) => Promise<S> {
  return async (before, form) => {
    try {
      return await action(before, form);
    } catch (error) {
      const typed = [...form].flatMap(([name, value]) =>
        typeof value === "string" && !name.startsWith("$ACTION") ? [[name, value]] : [],
      );
      return { ...before, error: failureOf(error), values: Object.fromEntries(typed), done: undefined };
    }
  };
}

function failureOf(error: unknown): ActionFailure {
  unstable_rethrow(error);
  const message =
    error instanceof GaveUpError
      ? "Nothing was sent."
      : "We couldn't connect, so nothing was changed. Check your connection and try again.";
  return { code: "unavailable", message, requestId: "" };
}
