import type { AppState } from "./channels";
import { type ApiRequest, HttpError } from "./http-request";
import { channelKind } from "./protocol";

export type Info = Set<"user_count" | "subscription_count">;

/** Reads the comma-separated `info` attribute. Throws HttpError 400 on one that is not known. */
export function parseInfo(text: string): Info {
  const info: Info = new Set();
  for (const name of text.split(",").map((part) => part.trim())) {
    if (name === "user_count" || name === "subscription_count") info.add(name);
    else if (name !== "") throw new HttpError(400, "Unknown info attribute");
  }
  return info;
}

/** The asked-for counts of one channel; zero when nobody is there. */
export function describeChannel(state: AppState, name: string, info: Info): object {
  const channel = state.channels.get(name);
  return {
    ...(info.has("user_count") ? { user_count: channel?.members.size ?? 0 } : {}),
    ...(info.has("subscription_count") ? { subscription_count: channel?.connections.size ?? 0 } : {}),
  };
}

/** GET /apps/:id/channels: occupied channels, by prefix. */
export function listChannels(state: AppState, { query }: ApiRequest): object {
  const prefix = query.get("filter_by_prefix") ?? "";
  const info = parseInfo(query.get("info") ?? "");
  if (info.has("user_count") && !prefix.startsWith("presence-")) {
    throw new HttpError(400, "user_count is only available for presence channels; filter by the prefix presence-");
  }
  const names = [...state.channels.keys()].filter((name) => name.startsWith(prefix));
  return { channels: Object.fromEntries(names.map((name) => [name, describeChannel(state, name, info)])) };
}

/** Handles GET /apps/:id/channels/:name: whether anyone listens, and how many. */
export function showChannel(state: AppState, { query }: ApiRequest, name: string): object {
  const kind = knownKind(name);
  const info = parseInfo(query.get("info") ?? "");
  if (info.has("user_count") && kind !== "presence") {
    throw new HttpError(400, "user_count is only available for presence channels");
  }
  return { occupied: state.channels.has(name), ...describeChannel(state, name, info) };
}

/** Handles GET /apps/:id/channels/:name/users: who is present. */
export function listUsers(state: AppState, name: string): object {
  if (knownKind(name) !== "presence") throw new HttpError(400, "Users are only available for presence channels");
  const members = state.channels.get(name)?.members;
  return { users: [...(members?.keys() ?? [])].map((id) => ({ id })) };
}

function knownKind(name: string) {
  const kind = channelKind(name);
  if (kind === null) throw new HttpError(400, "Invalid channel name");
  return kind;
}
