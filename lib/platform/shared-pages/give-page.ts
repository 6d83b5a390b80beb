import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { countActor, countAddress } from "@/lib/platform/http/general-limits";
import { rateLimitHeaders } from "@/lib/platform/http/rate-limit-headers";
import { logRequest } from "@/lib/platform/log/log-request";
import { withRequestContext } from "@/lib/platform/log/request-context";
import { REQUEST_ID_HEADER, requestIdOf } from "@/lib/platform/log/request-id";
import type { RateLimitState } from "@/lib/platform/rate-limit/rate-limit";
import { zippedOf, type KeptPage } from "./kept-pages";
import type { SharedAddress } from "./shared-request";
import { filled, filledZip } from "./template";

/** Shorter ones are not worth it, and Next compresses none either. */
const WORTH_ZIPPING = 1_024;
const TEXT = /^(text\/|application\/json)/;

type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  address: SharedAddress;
  arrivedAt: Date;
  /** Up to which moment the page contains every change; taken after `arrivedAt`, before it was found. */
  positionOf: () => string;
};

const make: Record<KeptPage["own"][number]["kind"], (exchange: Exchange) => string> = {
  nonce: () => randomBytes(16).toString("base64"),
  secret: () => randomBytes(32).toString("base64url"),
  instant: ({ arrivedAt }) => arrivedAt.toISOString(),
  position: ({ positionOf }) => positionOf(),
};

/**
 * Answers with a kept page: with its own nonce, secrets and request ID, as of when it was asked for. Visitors are counted,
 * limited and logged as if it had been made for them. Throws `rate-limited`.
 */
export async function givePage(page: KeptPage, exchange: Exchange): Promise<void> {
  const { request, response, address } = exchange;
  const startedAt = performance.now();
  const given = headersOf(request, [REQUEST_ID_HEADER, "x-forwarded-for", "x-caresync-peer"]);
  const requestId = requestIdOf(given);
  const limits: RateLimitState[] = [];
  if (address.isApi) {
    countAddress({ headers: given }, limits);
    countActor(null, { headers: given }, limits);
  }
  const texts = page.own.map(({ kind }) => make[kind](exchange));
  const headers = page.headers.map(([name, value]) => [name, refilled(value, page, texts)] as const);
  const values = texts.map((text) => Buffer.from(text));
  const isZipped = acceptsGzip(request) && isWorthZipping(page);
  const body = isZipped ? filledZip(await zippedOf(page), values) : filled(page.template, values);
  if (response.destroyed) return;
  response.writeHead(200, [
    ...headers.flat(),
    ...["X-Request-Id", requestId, "Content-Length", String(body.length)],
    ...(isZipped ? ["Content-Encoding", "gzip"] : []),
    ...Object.entries(rateLimitHeaders(limits)).flat(),
  ]);
  response.end(request.method === "HEAD" ? undefined : body);
  // Pages are logged where they enter and leave the process (lib/platform/log/log-pages.ts).
  if (!address.isApi) return;
  withRequestContext({ requestId, route: address.route, actorId: null }, () =>
    logRequest(request.method ?? "GET", 200, performance.now() - startedAt),
  );
}

function refilled(value: string, page: KeptPage, texts: readonly string[]): string {
  return page.own.reduce(
    (text, { text: was }, nth) => (text.includes(was) ? text.replaceAll(was, texts[nth] ?? "") : text),
    value,
  );
}

function headersOf({ headers }: IncomingMessage, names: readonly string[]): Headers {
  return new Headers(
    names.flatMap((name): [string, string][] => {
      const value = headers[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
}

function isWorthZipping({ template, headers }: KeptPage): boolean {
  const [, type = ""] = headers.find(([name]) => name === "content-type") ?? [];
  return template.length >= WORTH_ZIPPING && TEXT.test(type);
}

function acceptsGzip({ headers }: IncomingMessage): boolean {
  const accepted = String(headers["accept-encoding"] ?? "");
  return /\bgzip\b/.test(accepted) && !/\bgzip\s*;\s*q=0(\.0*)?\s*(,|$)/.test(accepted);
}
