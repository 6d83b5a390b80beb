import type { Channel } from "pusher-js";
import { isSpineEvent, type RealtimeClientConfig, type SpineEvent } from "../wire";
import { type Connection, openConnection } from "./connection";
import { SIGNED_OUT } from "./authorise-channel";
import { ConnectionStore } from "./connection-state";

export type ChannelListener = {
  onEvent(event: SpineEvent): void;
  /** Events may have been missed: the channel has just been joined, for the first time or again. */
  onMissed(): void;
  /** It was joined before and can't be joined again: what the page shows may no longer be theirs. */
  onRefused?(): void;
};

type Room = {
  listeners: Set<ChannelListener>;
  channel: Channel | null;
  heardAt: number;
  leaving?: ReturnType<typeof setTimeout>;
};

/** A page left is often followed by one that listens to the same channel; rejoining would cost two requests. */
const LINGER_MS = 2_000;
/** An event this recent may have come between rendering the page and listening. */
const FRESH_MS = 5_000;
const LOAD_RETRY_MS = 5_000;

/** The tab's only connection, opened when something first listens, and the channels it has joined. */
export class RealtimeClient {
  readonly state = new ConnectionStore();
  /** Whether the user has just signed out; then no channel of theirs is asked for. */
  isSignedOut: () => boolean = () => false;
  private readonly rooms = new Map<string, Room>();
  private readonly keys = new Map<string, string>();
  private connection: Promise<void> | undefined;
  private live: Connection | undefined;

  constructor(private readonly config: RealtimeClientConfig) {}

  /** Listens to a channel; returns the function that stops. The channel is left after its last listener. */
  listen(name: string, listener: ChannelListener): () => void {
    const room = this.rooms.get(name) ?? this.enter(name);
    clearTimeout(room.leaving);
    room.listeners.add(listener);
    if (Date.now() - room.heardAt < FRESH_MS) listener.onMissed();
    this.connection ??= this.open();
    return () => {
      room.listeners.delete(listener);
      if (room.listeners.size === 0) room.leaving = setTimeout(() => this.leave(name, room), LINGER_MS);
    };
  }

  /** Stores the secret that opens a channel without an account; call before `listen`, for this tab only. */
  present(name: string, key: string): void {
    this.keys.set(name, key);
  }

  /** Checks the connection now, as after the tab was in the background. */
  wake(): void {
    this.live?.wake();
  }

  /** Reconnects, so that channels refused while signed out can be joined again. */
  renew(): void {
    this.live?.renew();
  }

  /** Closes everything; the client may be used again afterwards. */
  async close(): Promise<void> {
    for (const room of this.rooms.values()) clearTimeout(room.leaving);
    this.rooms.clear();
    await this.connection;
    this.live?.close();
    this.live = undefined;
    this.connection = undefined;
  }

  private async open(): Promise<void> {
    this.state.set("connecting", Date.now());
    try {
      const isWanted = (name: string) => this.rooms.has(name);
      this.live = await openConnection({
        config: this.config,
        state: this.state,
        isWanted,
        isSignedOut: (name) => !this.keys.has(name) && this.isSignedOut(),
        keyOf: (name) => this.keys.get(name),
      });
    } catch {
      // The library's own file could not be loaded: the network is down, or a new release has replaced it.
      setTimeout(() => (this.connection = this.rooms.size > 0 ? this.open() : undefined), LOAD_RETRY_MS);
      return;
    }
    for (const [name, room] of this.rooms) this.join(name, room);
  }

  private enter(name: string): Room {
    const room: Room = { listeners: new Set(), channel: null, heardAt: 0 };
    this.rooms.set(name, room);
    this.join(name, room);
    return room;
  }

  private join(name: string, room: Room): void {
    if (!this.live) return;
    let joinedBefore = false;
    const channel = this.live.pusher.subscribe(name);
    room.channel = channel;
    channel.bind_global((event: string, data: unknown) => this.receive(room, event, data));
    channel.bind("pusher:subscription_succeeded", () => {
      joinedBefore = true;
      notifyMissed(room);
    });
    // Refused after a reconnection: the page shows what is no longer theirs. But a user who was signed out may be in
    // the middle of typing; they find out when they send it, and can then continue.
    channel.bind(
      "pusher:subscription_error",
      ({ error }: { error?: string }) => joinedBefore && error !== SIGNED_OUT && notifyRefused(room),
    );
  }

  private receive(room: Room, event: string, data: unknown): void {
    // Events from other browsers are not ours, in case a server allows them at all.
    if (event.startsWith("pusher:") || event.startsWith("client-")) return;
    if (!isSpineEvent(data)) return;
    room.heardAt = Date.now();
    for (const listener of [...room.listeners]) listener.onEvent(data);
  }

  private leave(name: string, room: Room): void {
    if (this.rooms.get(name) !== room || room.listeners.size > 0) return;
    this.rooms.delete(name);
    room.channel?.unbind_all();
    this.live?.pusher.unsubscribe(name);
  }
}

function notifyMissed(room: Room): void {
  for (const listener of [...room.listeners]) listener.onMissed();
}

function notifyRefused(room: Room): void {
  for (const listener of [...room.listeners]) {
    if (listener.onRefused) listener.onRefused();
    else listener.onMissed();
  }
}

const clients = new Map<string, RealtimeClient>();

/** Returns the tab's client for this server, shared by every provider, so that a tab has one connection. */
export function realtimeClient(config: RealtimeClientConfig): RealtimeClient {
  const name = JSON.stringify(config);
  const client = clients.get(name) ?? new RealtimeClient(config);
  clients.set(name, client);
  return client;
}
