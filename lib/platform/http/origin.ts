import { config } from "@/lib/platform/config/config";
import { AppError } from "@/lib/platform/errors/app-error";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

function isOwnOrigin(origin: string, headers: Headers): boolean {
  if (origin === config.site.origin) return true;
  // Behind a proxy the site may have several names; the browser sends its cookies to this one.
  const host = headers.get("host");
  return host !== null && (origin === `https://${host}` || (!config.site.isHttps && origin === `http://${host}`));
}

/**
 * Refuses (`origin-refused`) a changing request that a browser sends with cookies from another site. Browsers always
 * state the origin of such a request, in `Sec-Fetch-Site` or `Origin`; a client that sends neither is no browser and
 * has no one else's cookies. Bearer tokens are exempt, because browsers never add them by themselves.
 */
export function refuseForeignOrigin(request: Request): void {
  const { headers } = request;
  if (SAFE.has(request.method) || !headers.has("cookie") || headers.has("authorization")) return;
  const origin = headers.get("origin");
  if (origin !== null ? isOwnOrigin(origin, headers) : isSameOriginFetch(headers)) return;
  throw new AppError("origin-refused", "This request was sent from another site.");
}

function isSameOriginFetch(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  return site === null || site === "same-origin" || site === "none";
}
