import { request as requestHttp, Agent as HttpAgent, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestHttps, Agent as HttpsAgent } from "node:https";
import { config } from "@/lib/platform/config/config";
import { encryptPush, MAX_PUSH_BYTES, type PushKeys } from "./encrypt-push";
import { isNamedOrigin, publicLookup, pushAddress } from "./push-address";
import { vapidHeader } from "./vapid";

export type PushTarget = PushKeys & { endpoint: string };

/**
 * A notification as Declarative Web Push writes it, which browsers that know it show by themselves; our service worker
 * reads the same.
 */
export type PushNotification = {
  title: string;
  body: string;
  /** The address of a page of this site that it opens. */
  navigate: string;
  /** A later one with the same tag takes its place. */
  tag: string;
};

export type PushOptions = {
  /** How long the push service may keep it for a device that is off. */
  ttlSeconds: number;
  /** High wakes a sleeping device at once. */
  urgency: "normal" | "high";
};

/**
 * What became of a push. `accepted`: the push service will deliver it. `gone`: the subscription has ended, for good.
 * `later`: try again, no earlier than it says. `too-large`, `refused`: never, as it is.
 */
export type PushOutcome =
  | { result: "accepted" | "gone" | "too-large" | "refused"; status: number | null }
  | { result: "later"; status: number | null; retryAfterSeconds: number | null };

const TIMEOUT_MS = 10_000;
const PER_HOST = 32;
const TOPIC_LENGTH = 32;
const agents = {
  "http:": new HttpAgent({ keepAlive: true, maxSockets: PER_HOST }),
  "https:": new HttpsAgent({ keepAlive: true, maxSockets: PER_HOST }),
};

/**
 * Encrypts a notification for one browser and hands it to its push service, once, following no redirect. Never throws for
 * what the network or the push service does: that is the outcome.
 */
export async function sendPush(
  target: PushTarget,
  notification: PushNotification,
  options: PushOptions,
): Promise<PushOutcome> {
  const hosts = config.push?.hosts ?? [];
  const url = pushAddress(target.endpoint, hosts);
  if (!url) return { result: "refused", status: null };
  const text = Buffer.from(
    JSON.stringify({ web_push: 8030, notification: { ...notification, lang: "en", dir: "ltr" } }),
  );
  if (text.length > MAX_PUSH_BYTES) return { result: "too-large", status: null };
  const body = encryptPush(text, target);
  const headers = {
    Authorization: vapidHeader(url),
    "Content-Encoding": "aes128gcm",
    // By it browsers that know Declarative Web Push recognise one.
    "Content-Type": "application/notification+json",
    "Content-Length": body.length,
    TTL: options.ttlSeconds,
    Urgency: options.urgency,
    // What the device hasn't got yet is replaced, too.
    Topic: Buffer.from(notification.tag).toString("base64url").slice(-TOPIC_LENGTH),
  };
  try {
    return outcomeOf(await post(url, headers, body, isNamedOrigin(url, hosts)));
  } catch (error) {
    const { code } = error as { code?: string };
    return code === "EPRIVATE" ? { result: "refused", status: null } : later(null, null);
  }
}

type Answer = { status: number; retryAfter: string | undefined };

function post(url: URL, headers: RequestOptions["headers"], body: Buffer, isNamed: boolean): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const isHttps = url.protocol === "https:";
    const send = isHttps ? requestHttps : requestHttp;
    const request = send(
      url,
      {
        method: "POST",
        headers,
        agent: agents[isHttps ? "https:" : "http:"],
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(isNamed ? {} : { lookup: publicLookup }),
      },
      (response: IncomingMessage) => {
        // What it says beyond the status is of no use, and could be endless.
        response.resume();
        response.once("end", () =>
          resolve({ status: response.statusCode ?? 0, retryAfter: response.headers["retry-after"] }),
        );
        response.once("error", reject);
      },
    );
    request.once("error", reject);
    request.end(body);
  });
}

function outcomeOf({ status, retryAfter }: Answer): PushOutcome {
  if (status >= 200 && status < 300) return { result: "accepted", status };
  if (status === 404 || status === 410) return { result: "gone", status };
  if (status === 413) return { result: "too-large", status };
  if (status === 408 || status === 429 || status >= 500) return later(status, retryAfterSeconds(retryAfter));
  return { result: "refused", status };
}

const later = (status: number | null, retryAfterSeconds: number | null): PushOutcome => ({
  result: "later",
  status,
  retryAfterSeconds,
});

/** As seconds or as a date; a day at most. */
export function retryAfterSeconds(header: string | undefined, now: number = Date.now()): number | null {
  if (header === undefined) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 86_400) : null;
}

/** Closes the connections to push services. */
export function closePush(): void {
  for (const agent of Object.values(agents)) agent.destroy();
}
