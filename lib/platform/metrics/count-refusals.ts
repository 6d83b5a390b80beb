import { counter } from "./instruments";

const refused = counter({
  name: "caresync_requests_refused_total",
  help: "Requests that the web server answered with 503 before any work was done, by reason.",
  labels: ["reason"],
});

/** Counts what the web server refuses outside of the application (scripts/server/refuse.mjs). */
export function countRefusals(): void {
  const holder = globalThis as typeof globalThis & { [key: symbol]: (reason: string) => void };
  holder[Symbol.for("caresync.refused")] = (reason) => refused({ reason });
}
