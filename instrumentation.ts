import type { Instrumentation } from "next";

/**
 * Validates the configuration before the first request, and starts the background work. Called once when a server
 * starts.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServer } = await import("@/lib/composition/start-server");
  await startServer();
}

/** Called for each error that a page, a route or an action did not catch. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, { routePath }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { noteUnavailable } = await import("@/lib/platform/http/answering");
  const { keepPrivate } = await import("@/lib/platform/page-notes/page-notes");
  const { reportRequestError } = await import("@/lib/platform/log/catch-console");
  noteUnavailable(error);
  keepPrivate();
  reportRequestError(error, request.method, routePath);
};
