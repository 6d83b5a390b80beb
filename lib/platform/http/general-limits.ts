import type { Caller } from "@/lib/platform/auth/caller";
import { addressOrNull } from "@/lib/platform/rate-limit/client-address";
import { GeneralLimits } from "@/lib/platform/rate-limit/general-limits";
import type { RateLimitState } from "@/lib/platform/rate-limit/rate-limit";

/**
 * What every caller may ask of the API and of server actions together in a minute: far above what people and honest programs do. An address may
 * stand for a whole organisation, so that it may ask more than an account; callers who do not say who they are share the
 * least with everyone else at their address.
 */
export const GENERAL_LIMITS = {
  address: { name: "address", limit: 3_000 },
  actor: { name: "account", limit: 600 },
  anonymous: { name: "anonymous", limit: 600 },
} as const;

// A server build may load this file once per bundle; this keeps one count per process.
const KEY = Symbol.for("caresync.general-limits");
const holder = globalThis as typeof globalThis & { [KEY]?: GeneralLimits };
const limits = (holder[KEY] ??= new GeneralLimits());

/** Counts a request for its address, before it is authenticated. */
export function countAddress(request: { headers: Headers }, states: RateLimitState[]): void {
  const address = addressOrNull(request);
  if (address !== null) states.push(limits.take(GENERAL_LIMITS.address, address));
}

/** Counts a request for its actor. */
export function countActor(actor: Caller | null, request: { headers: Headers }, states: RateLimitState[]): void {
  if (actor?.userId != null) {
    states.push(limits.take(GENERAL_LIMITS.actor, actor.userId));
    return;
  }
  const address = addressOrNull(request);
  if (address !== null) states.push(limits.take(GENERAL_LIMITS.anonymous, address));
}
