import type { Channel } from "pusher-js";
import { type RealtimeClientConfig, type SpineEvent, spineEventSchema } from "../wire";
import { type Connection, openConnection } from "./connection";
import { SIGNED_OUT } from "./authorise-channel";
import { ConnectionStore } from "./connection-state";

export type ChannelListener = {
  onEvent(event: SpineEvent): void;
  /** Something may have passed unheard: the channel has just been joined, again or for the first time. */
  onMissed(): void;
};

type Room = {
  listeners: Set<ChannelListener>;
  channel: Channel | null;
  heardAt: number;
  leaving?: ReturnType<typeof setTimeout>;
};

/** A page that leaves is often followed by one that listens to the same channel; joining twice costs two requests. */
const LINGER_MS = 2_000;
/** An event this fresh may have fallen between the page's reading and its listening. */
const FRESH_MS = 5_000;
const LOAD_RETRY_MS = 5_000;

/** The tab's one connection, opened when someone first listens, and the channels it has joined. */
export class RealtimeClient {
  readonly state = new ConnectionStore();
  private readonly rooms = new Map<string, Room>();
  private readonly keys = new Map<string, string>();
  private connection: Promise<void> | undefined;
  private live: Connection | undefined;

  constructor(private readonly config: RealtimeClientConfig) {}

  /** Listens to a channel; answers the function that stops. The channel is left when its last listener has gone. */
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

  /** Remembers the secret that opens a channel to someone without an account; before `listen`, for this tab only. */
  present(name: string, key: string): void {
    this.keys.set(name, key);
  }

  /** Makes sure of the connection now, as after the tab was away. */
  wake(): void {
    this.live?.wake();
  }

  /** Connects anew: channels that were refused to someone signed out are theirs again. */
  renew(): void {
    this.live?.renew();
  }

  /** Ends everything; the client may be used again afterwards. */
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
        keyOf: (name) => this.keys.get(name),
      });
    } catch {
      // The library's own file could not be fetched: the network is away, or a new release has replaced it.
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
    // Refused after a reconnection: the page shows what is no longer theirs. But someone who is signed out may be in the
    // middle of a sentence: they hear of it when they send it, and can then go on.
    channel.bind(
      "pusher:subscription_error",
      ({ error }: { error?: string }) => joinedBefore && error !== SIGNED_OUT && notifyMissed(room),
    );
  }

  private receive(room: Room, event: string, data: unknown): void {
    // What other browsers say is not the spine's word, should a server let them speak at all.
    if (event.startsWith("pusher:") || event.startsWith("client-")) return;
    const parsed = spineEventSchema.safeParse(data);
    if (!parsed.success) return;
    room.heardAt = Date.now();
    for (const listener of [...room.listeners]) listener.onEvent(parsed.data);
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

const clients = new Map<string, RealtimeClient>();

/** The tab's client for this server: the same one for every provider, so that a tab has one connection. */
export function realtimeClient(config: RealtimeClientConfig): RealtimeClient {
  const name = JSON.stringify(config);
  const client = clients.get(name) ?? new RealtimeClient(config);
  clients.set(name, client);
  return client;
}
