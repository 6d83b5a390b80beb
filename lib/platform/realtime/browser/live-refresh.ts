import { SequenceTracker } from "../sequence-tracker";
import type { SpineEvent } from "../wire";
import type { RealtimeClient } from "./realtime-client";
import { Doubts } from "./doubts";
import { RefreshCoalescer } from "./refresh-coalescer";

/** Away for less than this, a tab has missed nothing that its connection will not report. */
const AWAY_MS = 2_000;
/** Away for longer, the clock alone has changed what it shows: times have passed, perhaps a day has begun. */
const LONG_AWAY_MS = 60_000;
/** How long a change made here waits for its event, which comes within a fraction of this or not at all. */
const EVENT_MS = 1_000;
/** How many events are remembered, because a change's answer may come after its event, or its event after a refresh. */
const REMEMBERED = 200;

/** Of a part of the page that follows channels. */
type Following = {
  /** Opens them without an account. */
  key?: string | undefined;
  /** What the page says of the moment it was read at; null when it says nothing. */
  since: () => string | null;
};
type Awaited = { events: readonly string[]; heard: () => void };

/**
 * Refreshes the page whenever it may be outdated: on an event, on a gap, and after (re)joining a channel or coming back to the
 * tab when something was missed, or that isn't known. One for the whole page, because a refresh reads all of it: the same event on two channels
 * causes one refresh.
 */
export class LiveRefresh {
  private readonly tracker = new SequenceTracker();
  private readonly coalescer: RefreshCoalescer;
  private readonly heard = new Set<string>();
  /** Events whose change a refresh has read, or is reading; some of changes made here are yet to come. */
  private readonly shown = new Set<string>();
  /** What the next refresh is for: events, and null for everything else. */
  private readonly reasons = new Set<string | null>();
  private readonly awaited = new Set<Awaited>();
  /** Of each follower: asks whether it has missed anything. */
  private readonly followers = new Set<() => void>();
  private readonly doubts = new Doubts(() => this.request(null));
  private hiddenAt: number | null = null;
  /** A refresh waits for the network. */
  private isOwed = false;

  constructor(
    private readonly client: RealtimeClient,
    refresh: () => void,
  ) {
    this.coalescer = new RefreshCoalescer(() => {
      for (const id of this.reasons) if (id !== null) remember(this.shown, id);
      this.reasons.clear();
      this.doubts.settle();
      refresh();
    });
  }

  /** Keeps the page current with these channels; returns the function that stops. */
  follow(channels: readonly string[], { key, since }: Following): () => void {
    if (key !== undefined) for (const channel of channels) this.client.present(channel, key);
    const doubt = (channel: string) => {
      const position = since();
      if (position === null) this.request(null);
      else this.doubts.add(channel, position, key);
    };
    const listener = {
      // A gap needs nothing more: the refresh reads everything, including what was missed.
      onEvent: (event: SpineEvent) => {
        remember(this.heard, event.id);
        for (const one of [...this.awaited]) if (one.events.includes(event.id)) one.heard();
        const sighting = this.tracker.observe(event);
        if (sighting === "refetch" || (sighting === "next" && !this.shown.has(event.id))) this.request(event.id);
      },
      onRefused: () => this.request(null),
    };
    const stops = channels.map((channel) =>
      this.client.listen(channel, { ...listener, onMissed: () => doubt(channel) }),
    );
    const doubtAll = () => channels.forEach(doubt);
    this.followers.add(doubtAll);
    return () => {
      this.followers.delete(doubtAll);
      for (const stop of stops) stop();
    };
  }

  /**
   * Handles the answer to a change made here; `events` are those it recorded. Refreshes once: for the first of the
   * events, received before or soon after the answer, else for the answer. They were committed together, so what is read
   * after one of them contains all. Resolves when the page shows it.
   */
  async changed(events: readonly string[]): Promise<void> {
    if (!(await this.hears(events))) this.request(null);
    const isRead = events.some((id) => this.shown.has(id));
    const isForThese = [...this.reasons].every((id) => id !== null && events.includes(id));
    for (const id of events) remember(this.shown, id);
    if (isRead && isForThese) {
      this.reasons.clear();
      this.coalescer.withdraw();
    }
    await this.coalescer.idle();
  }

  /**
   * Not while offline: a refresh without an answer would hold back what the page's own actions say, because React shows
   * the results of transitions together.
   */
  private request(reason: string | null): void {
    this.reasons.add(reason);
    if (navigator.onLine) this.coalescer.request();
    else this.isOwed = true;
  }

  private hears(events: readonly string[]): Promise<boolean> {
    if (events.some((id) => this.heard.has(id))) return Promise.resolve(true);
    const isListening = this.followers.size > 0 && this.client.state.get().status === "connected";
    if (events.length === 0 || !isListening) return Promise.resolve(false);
    return new Promise((resolve) => {
      const end = (isHeard: boolean) => {
        clearTimeout(timer);
        this.awaited.delete(one);
        resolve(isHeard);
      };
      const timer = setTimeout(() => end(false), EVENT_MS);
      const one = { events, heard: () => end(true) };
      this.awaited.add(one);
    });
  }

  /** Reports that the started refresh is on the screen. */
  settled(): void {
    this.coalescer.settled();
  }

  /** Follows the tab's visibility and network; returns the function that stops. */
  watchTab(): () => void {
    const onVisibility = () => {
      if (document.visibilityState === "hidden") this.hiddenAt = Date.now();
      else this.comeBack();
    };
    // A page from the back-forward cache was frozen together with its connection.
    const onShow = (event: PageTransitionEvent) => event.persisted && this.comeBack(true);
    const onOnline = () => {
      if (this.isOwed) this.coalescer.request();
      this.isOwed = false;
    };
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("pageshow", onShow);
    window.addEventListener("online", onOnline);
    return () => {
      window.removeEventListener("online", onOnline);
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("pageshow", onShow);
    };
  }

  private comeBack(wasFrozen = false): void {
    const away = this.hiddenAt === null ? 0 : Date.now() - this.hiddenAt;
    this.hiddenAt = null;
    this.client.wake();
    const isUnsure = wasFrozen || away >= AWAY_MS || this.client.state.get().status !== "connected";
    if (!isUnsure || this.followers.size === 0) return;
    if (away >= LONG_AWAY_MS) this.request(null);
    else for (const doubtAll of this.followers) doubtAll();
  }
}

/** Adds an ID and forgets the oldest. */
function remember(ids: Set<string>, id: string): void {
  ids.add(id);
  const [oldest] = ids;
  if (ids.size > REMEMBERED && oldest !== undefined) ids.delete(oldest);
}
