/** Files of the build and the health checks: next to no work, and answered whatever the load. */
const FREE = /^\/(?:_next\/static\/|api\/health\/|icon\.svg$|favicon\.ico$|robots\.txt$)/;
/** Asking for an ambulance, and following one's call. */
const URGENT = /^\/(?:emergency|api\/ambulance-bookings)(?:[/?]|$)/;
/** Where the second part of an address names the page; elsewhere it names a thing. */
const SECTIONS = new Set(["api", "patient", "doctor", "hospital", "admin"]);

/** Whether it is answered whatever the load, whether it is about someone's life, and which kind of request it is. */
export function classifyRequest(url = "/") {
  const [path = "/"] = url.split("?", 1);
  const [first = "", second = ""] = path.split("/", 3).slice(1);
  return {
    isFree: FREE.test(path),
    isUrgent: URGENT.test(path),
    kind: SECTIONS.has(first) ? `${first}/${second}` : first,
  };
}

/** Whether someone is going to this address with a browser: they are shown a page; everything else gets a problem document. */
export function wantsPage({ headers, method }) {
  return method === "GET" && headers.rsc === undefined && (headers.accept ?? "").includes("text/html");
}
