import { SequenceTracker } from "../sequence-tracker";
import type { RealtimeClient } from "./realtime-client";
import { RefreshCoalescer } from "./refresh-coalescer";

/** Away for less, a tab has missed nothing that its connection will not tell. */
const AWAY_MS = 2_000;

/**
 * Reads the page again whenever it may no longer be true: on an event, after joining a channel (again), on a gap,
 * and when somebody comes back to the tab. One for the whole page, since a refresh reads all of it: the same event
 * on two channels leads to one refresh.
 */
export class LiveRefresh {
  private readonly tracker = new SequenceTracker();
  private readonly coalescer: RefreshCoalescer;
  private followers = 0;
  private hiddenAt: number | null = null;

  constructor(
    private readonly client: RealtimeClient,
    refresh: () => void,
  ) {
    this.coalescer = new RefreshCoalescer(refresh);
  }

  /** Keeps the page true to these channels, `key` opening them where there is no account; answers the function that stops. */
  follow(channels: readonly string[], key?: string): () => void {
    if (key !== undefined) for (const channel of channels) this.client.present(channel, key);
    const listener = {
      // A gap needs nothing more: the refresh reads everything, also what was missed.
      onEvent: (event: Parameters<SequenceTracker["observe"]>[0]) => {
        if (this.tracker.observe(event) !== "duplicate") this.coalescer.request();
      },
      onMissed: () => this.coalescer.request(),
    };
    const stops = channels.map((channel) => this.client.listen(channel, listener));
    this.followers += 1;
    return () => {
      this.followers -= 1;
      for (const stop of stops) stop();
    };
  }

  /** The refresh that was started is on the screen. */
  settled(): void {
    this.coalescer.settled();
  }

  /** Follows the tab's visibility; answers the function that stops. */
  watchTab(): () => void {
    const onVisibility = () => {
      if (document.visibilityState === "hidden") this.hiddenAt = Date.now();
      else this.comeBack();
    };
    // A page out of the back-forward cache was frozen together with its connection.
    const onShow = (event: PageTransitionEvent) => event.persisted && this.comeBack(true);
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("pageshow", onShow);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("pageshow", onShow);
    };
  }

  private comeBack(wasFrozen = false): void {
    const away = this.hiddenAt === null ? 0 : Date.now() - this.hiddenAt;
    this.hiddenAt = null;
    this.client.wake();
    const isUnsure = wasFrozen || away >= AWAY_MS || this.client.state.get().status !== "connected";
    if (isUnsure && this.followers > 0) this.coalescer.request();
  }
}
