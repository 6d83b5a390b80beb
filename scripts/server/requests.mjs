/** Build files, health checks and metrics: next to no work, and answered whatever the load. */
const FREE = /^\/(?:_next\/static\/|api\/health\/|api\/metrics$|icon\.svg$|favicon\.ico$|robots\.txt$)/;
/** Requesting an ambulance, and following one's call. */
const URGENT = /^\/(?:emergency|api\/ambulance-bookings)(?:[/?]|$)/;
/** Where the second part of an address names the page; elsewhere it is an ID. */
const SECTIONS = new Set(["api", "patient", "doctor", "hospital", "admin"]);

/** Tells whether a request is always answered, whether it is an emergency, and its kind. */
export function classifyRequest(url = "/") {
  const [path = "/"] = url.split("?", 1);
  const [first = "", second = ""] = path.split("/", 3).slice(1);
  return {
    isFree: FREE.test(path),
    isUrgent: URGENT.test(path),
    kind: SECTIONS.has(first) ? `${first}/${second}` : first,
  };
}

/** Tells whether a browser is navigating to this address and gets a page; everything else gets a problem document. */
export function wantsPage({ headers, method }) {
  return method === "GET" && headers.rsc === undefined && (headers.accept ?? "").includes("text/html");
}
