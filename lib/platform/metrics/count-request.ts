import { counter, timer } from "./instruments";

const counted = counter({
  name: "caresync_http_requests_total",
  help: "Requests that were answered, by route, method and status.",
  labels: ["route", "method", "status"],
});

const timed = timer({
  name: "caresync_http_request_duration_seconds",
  help: "How long answers took, by route.",
  labels: ["route"],
  buckets: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
});

/** Counts an answered request. `route` is the pattern (`/api/doctors/{id}`, `action bookAppointment`), never an address. */
export function countRequest(route: string, method: string, status: number, durationMs: number): void {
  counted({ route, method, status: String(status) });
  timed({ route }, durationMs / 1000);
}
