import type { Connection } from "./connection";
import { countDelivered } from "./measure";
import { type ChannelKind, encodeInternal, type Frame } from "./protocol";
import type { ChannelsApp } from "./signatures";

export type Member = { id: string; info: unknown };
type PresentMember = Member & { connections: Set<Connection> };

export type Channel = {
  readonly name: string;
  readonly kind: ChannelKind;
  readonly connections: Set<Connection>;
  /** Who is here; one member may have several connections. Empty except on presence channels. */
  readonly members: Map<string, PresentMember>;
};

/**
 * Everything one app has open. Maps and Sets throughout, because channel names and user IDs come from outside and
 * `__proto__` must be an ordinary name.
 */
export class AppState {
  readonly connections = new Map<string, Connection>();
  readonly channels = new Map<string, Channel>();
  readonly users = new Map<string, Set<Connection>>();
  /**
   * When a user's connections were last closed, in milliseconds since 1970; kept as long as an older sign-in is valid.
   */
  readonly closedAt = new Map<string, number>();

  constructor(readonly app: ChannelsApp) {}

  /** Adds the connection; announces a presence channel's member only on their first connection. */
  subscribe(connection: Connection, name: string, kind: ChannelKind, member: Member | null): void {
    const channel = this.channels.get(name) ?? { name, kind, connections: new Set(), members: new Map() };
    this.channels.set(name, channel);
    const alreadyIn = connection.subscriptions.has(name);
    channel.connections.add(connection);
    if (!alreadyIn) connection.subscriptions.set(name, member?.id ?? null);
    const arrived = !alreadyIn && member !== null && join(channel, member, connection);
    connection.send(encodeInternal("pusher_internal:subscription_succeeded", name, subscriptionData(channel)));
    if (arrived) {
      const data = { user_id: member.id, user_info: member.info };
      broadcast(channel, encodeInternal("pusher_internal:member_added", name, data), connection.socketId);
    }
  }

  /** Removes the connection; an empty channel is forgotten. */
  unsubscribe(connection: Connection, name: string): void {
    const memberId = connection.subscriptions.get(name);
    const channel = this.channels.get(name);
    if (memberId === undefined || channel === undefined) return;
    connection.subscriptions.delete(name);
    channel.connections.delete(connection);
    if (memberId !== null && leave(channel, memberId, connection)) {
      broadcast(channel, encodeInternal("pusher_internal:member_removed", name, { user_id: memberId }));
    }
    if (channel.connections.size === 0) this.channels.delete(name);
  }

  signIn(connection: Connection, user: Member): void {
    this.signOut(connection);
    connection.user = user;
    const connections = this.users.get(user.id) ?? new Set();
    this.users.set(user.id, connections.add(connection));
  }

  /** Forgets a closed connection completely. */
  drop(connection: Connection): void {
    for (const name of [...connection.subscriptions.keys()]) this.unsubscribe(connection, name);
    this.signOut(connection);
    this.connections.delete(connection.socketId);
  }

  private signOut(connection: Connection): void {
    if (connection.user === null) return;
    const connections = this.users.get(connection.user.id);
    connections?.delete(connection);
    if (connections?.size === 0) this.users.delete(connection.user.id);
    connection.user = null;
  }
}

/** Sends one encoded frame to everyone on the channel, except the socket that caused it. */
export function broadcast(channel: Channel, frame: Frame, exceptSocketId?: string): void {
  countDelivered(channel.connections.size);
  for (const connection of channel.connections) {
    if (connection.socketId !== exceptSocketId) connection.send(frame);
  }
}

function join(channel: Channel, member: Member, connection: Connection): boolean {
  const present = channel.members.get(member.id);
  if (present) {
    present.connections.add(connection);
    return false;
  }
  channel.members.set(member.id, { ...member, connections: new Set([connection]) });
  return true;
}

function leave(channel: Channel, memberId: string, connection: Connection): boolean {
  const present = channel.members.get(memberId);
  present?.connections.delete(connection);
  if (present?.connections.size !== 0) return false;
  return channel.members.delete(memberId);
}

function subscriptionData(channel: Channel): object {
  if (channel.kind !== "presence") return {};
  const members = [...channel.members.values()];
  const hash = Object.fromEntries(members.map(({ id, info }) => [id, info]));
  return { presence: { count: members.length, ids: members.map(({ id }) => id), hash } };
}
