import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { cookieName } from "@/lib/platform/auth/cookie-name";
import { config as settings } from "@/lib/platform/config/config";
import { contentSecurityPolicy } from "@/lib/platform/http/content-security";
import { REQUEST_ID_HEADER, requestIdOf } from "@/lib/platform/log/request-id";
import { transportSecurity } from "@/lib/platform/http/transport-security";
import { JUST_CHANGED, JUST_CHANGED_SECONDS } from "@/lib/platform/recency/just-changed";
import { routes } from "@/lib/site/routes";

const PORTALS = /^\/(patient|doctor|hospital|admin)(\/|$)/;

/**
 * Gives every page request an ID, and a content security policy with its own nonce. Visitors without a session cookie
 * are redirected to sign in; the pages' queries decide who may see what, never this.
 */
export function middleware(request: NextRequest): NextResponse {
  const requestId = requestIdOf(request.headers);
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const answer = isForeignAction(request)
    ? new NextResponse("This request was sent from another site.", { status: 403 })
    : needsSignIn(request)
      ? signInFirst(request)
      : passOn(request, { requestId, nonce, policy });
  answer.headers.set("Content-Security-Policy", policy);
  answer.headers.set(REQUEST_ID_HEADER, requestId);
  for (const [name, value] of Object.entries(transportSecurity())) answer.headers.set(name, value);
  // What someone reads after a form must have what it changed.
  if (request.method === "POST") markChanged(answer);
  return answer;
}

/** As a header: after a cookie set in its own way Next renders the page again with each action's answer, over what the action has shown. */
function markChanged(answer: NextResponse): void {
  const secure = settings.site.isHttps ? "; Secure" : "";
  answer.headers.append(
    "Set-Cookie",
    `${JUST_CHANGED}=1; Path=/; Max-Age=${JUST_CHANGED_SECONDS}; SameSite=lax${secure}`,
  );
}

/** Next refuses these as well, but with a 500: the same comparison, answered correctly. A sandboxed frame is "null". */
function isForeignAction({ method, headers }: NextRequest): boolean {
  const origin = headers.get("origin");
  if (method === "GET" || method === "HEAD" || origin === null) return false;
  const host = headers.get("x-forwarded-host")?.split(",")[0]?.trim() ?? headers.get("host");
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** An action reports by itself that its person is signed out, so that what was typed stays on the screen. */
function needsSignIn({ nextUrl, cookies, headers }: NextRequest): boolean {
  if (headers.has("next-action")) return false;
  return PORTALS.test(nextUrl.pathname) && !cookies.get(cookieName("session"))?.value;
}

function signInFirst({ nextUrl }: NextRequest): NextResponse {
  const to = nextUrl.clone();
  to.pathname = routes.signIn();
  to.search = new URLSearchParams({ from: `${nextUrl.pathname}${nextUrl.search}` }).toString();
  return NextResponse.redirect(to, 303);
}

/** Next reads the nonce for its own scripts from the policy; the layout reads it from `x-nonce`. */
function passOn(request: NextRequest, sent: { requestId: string; nonce: string; policy: string }): NextResponse {
  const headers = new Headers(request.headers);
  headers.set(REQUEST_ID_HEADER, sent.requestId);
  headers.set("x-nonce", sent.nonce);
  headers.set("content-security-policy", sent.policy);
  return NextResponse.next({ request: { headers } });
}

export const config = {
  runtime: "nodejs",
  // Pages only: the API has its own checks, and files need neither nonce nor sign-in. Files by name, not by extension,
  // because an address such as /doctors/x.png is a page, too.
  matcher: [
    "/((?!api/|_next/static/|_next/image|(?:icon\\.svg|apple-icon\\.png|icons/[^/]+|favicon\\.ico|manifest\\.webmanifest|service-worker\\.js|robots\\.txt|sitemap\\.xml|sitemaps/[^/]+)$).*)",
  ],
};
