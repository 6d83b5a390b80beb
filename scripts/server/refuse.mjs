import { createHash, randomUUID } from "node:crypto";
import { wantsPage } from "./requests.mjs";

const STYLE = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; --ground: #fbfaf8; --ink: #1f262b; --stop: #b3261e; }
  @media (prefers-color-scheme: dark) { :root { --ground: #0f161b; --ink: #eeece7; --stop: #ff9d92; } }
  body { margin: 0; min-height: 100dvh; display: grid; place-items: center; background: var(--ground); color: var(--ink); }
  main { max-width: 28rem; padding: 2rem 1rem; text-align: center; }
  h1 { font-size: 1.5rem; line-height: 1.2; margin: 0 0 .5rem; }
  a { color: var(--stop); font-weight: 600; display: inline-block; padding: .6rem; }`;
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** @typedef {{ reason: string, status: number, retryAfterSeconds: number, code: string, title: string, heading: string, text: string }} Refusal */

/** @type {Refusal} Nothing has been begun: the same request may be sent again without doing anything twice. */
export const BUSY = {
  reason: "busy",
  status: 503,
  retryAfterSeconds: 3,
  code: "unavailable",
  title: "Too many requests at the moment",
  heading: "CareSync is very busy right now",
  text: "This page will open automatically in a moment. You don't need to do anything.",
};

/** @type {Refusal} */
export const DATABASE_AWAY = {
  reason: "database-away",
  status: 503,
  retryAfterSeconds: 5,
  code: "unavailable",
  title: "The service isn't ready",
  heading: "CareSync isn't available right now",
  text: "Nothing you saved is lost. This page will open automatically when we're back.",
};

/**
 * Answers without any work of the application: a page for people, which tries again by itself, or a problem document.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {Refusal} refusal
 */
export function refuse(request, response, refusal) {
  if (response.destroyed || response.headersSent) return;
  // Set by the application in this process when it counts (lib/platform/metrics/count-refusals.ts).
  globalThis[Symbol.for("caresync.refused")]?.(refusal.reason);
  const requestId = randomUUID();
  const isPage = wantsPage(request);
  const body = isPage ? pageOf(refusal) : problemOf(refusal, request.url ?? "/", requestId);
  response.writeHead(refusal.status, {
    "Content-Type": isPage ? "text/html; charset=utf-8" : "application/problem+json",
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    "X-Request-Id": requestId,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-ancestors 'none'`,
    ...(refusal.retryAfterSeconds ? { "Retry-After": String(refusal.retryAfterSeconds) } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** @param {Refusal} refusal */
function pageOf({ heading, text, retryAfterSeconds }) {
  const again = retryAfterSeconds ? `<meta http-equiv="refresh" content="${retryAfterSeconds}">` : "";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${again}<title>${heading} – CareSync</title><style>${STYLE}</style></head><body><main><h1>${heading}</h1><p>${text}</p><p>In an emergency, call your local emergency number.<br><a href="tel:112">Call 112</a> <a href="/emergency">Other numbers</a></p></main></body></html>`;
}

/** @param {Refusal} refusal @param {string} url @param {string} requestId */
function problemOf({ status, code, title }, url, requestId) {
  return JSON.stringify({
    type: `/api/docs#${code}`,
    title,
    status,
    code,
    detail: title,
    instance: url.split("?", 1)[0],
    requestId,
  });
}
