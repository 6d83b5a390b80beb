/** What one channels server allows. Times are milliseconds, sizes bytes. */
export type ChannelsLimits = {
  /** Silence after which either side pings the other; told to clients in whole seconds. */
  activityTimeoutMs: number;
  /** How long a pong may take before the connection counts as dead. */
  pongTimeoutMs: number;
  maxConnectionsPerApp: number;
  /** A clinic behind one address has a few hundred open pages; a flood has more. IPv6 counts by its /64. */
  maxConnectionsPerAddress: number;
  maxChannelsPerConnection: number;
  maxPresenceMembers: number;
  maxPresenceInfoBytes: number;
  /** Data of one event, as the hosted service limits it. */
  maxEventDataBytes: number;
  maxFrameBytes: number;
  maxHttpBodyBytes: number;
  /** A consumer further behind than this is disconnected, because its memory is shared. */
  maxBufferedBytes: number;
  messagesPerSecond: number;
  clientEventsPerSecond: number;
};

export const DEFAULT_LIMITS: ChannelsLimits = {
  activityTimeoutMs: 30_000,
  pongTimeoutMs: 10_000,
  maxConnectionsPerApp: 20_000,
  maxConnectionsPerAddress: 500,
  maxChannelsPerConnection: 200,
  maxPresenceMembers: 100,
  maxPresenceInfoBytes: 1_024,
  maxEventDataBytes: 10_240,
  maxFrameBytes: 32_768,
  maxHttpBodyBytes: 524_288,
  maxBufferedBytes: 1_048_576,
  messagesPerSecond: 500,
  clientEventsPerSecond: 10,
};

/** Hosted Pusher's limits; its libraries enforce the same ones. */
export const MAX_NAME_LENGTH = 200;
export const MAX_CHANNELS_PER_EVENT = 100;
export const MAX_EVENTS_PER_BATCH = 10;
export const MAX_USER_ID_LENGTH = 128;

/** Tokens refill continuously up to one second's worth, so a burst at page load passes and a flood does not. */
export class RateBudget {
  private tokens: number;
  private refilledAt: number;

  constructor(
    private readonly perSecond: number,
    now: number,
  ) {
    this.tokens = perSecond;
    this.refilledAt = now;
  }

  /** Takes one token; false when none is left. `now` in milliseconds, monotonic. */
  take(now: number): boolean {
    this.tokens = Math.min(this.perSecond, this.tokens + ((now - this.refilledAt) / 1000) * this.perSecond);
    this.refilledAt = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
