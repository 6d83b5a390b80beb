import { z } from "zod";
import { type AppState, broadcast } from "./channels";
import { describeChannel, type Info, parseInfo } from "./http-queries";
import { type ApiRequest, HttpError } from "./http-request";
import { countPublished } from "./measure";
import { type ChannelsLimits, MAX_CHANNELS_PER_EVENT, MAX_EVENTS_PER_BATCH, MAX_NAME_LENGTH } from "./limits";
import { channelKind, encodeFrame, isReservedEvent, isSocketId, parseJson } from "./protocol";

const eventName = z
  .string()
  .min(1)
  .max(MAX_NAME_LENGTH)
  .refine((name) => !isReservedEvent(name));
const channelName = z.string().refine((name) => channelKind(name) !== null);
const common = {
  name: eventName,
  data: z.string(),
  socket_id: z.string().refine(isSocketId).nullish(),
  info: z.string().nullish(),
};
const eventSchema = z
  .object({
    ...common,
    channel: channelName.optional(),
    channels: z.array(channelName).min(1).max(MAX_CHANNELS_PER_EVENT).optional(),
  })
  .refine((event) => (event.channel === undefined) !== (event.channels === undefined), {
    path: ["channels"],
    error: "give either channel or channels",
  });
const batchSchema = z.object({
  batch: z
    .array(z.object({ ...common, channel: channelName }))
    .min(1)
    .max(MAX_EVENTS_PER_BATCH),
});

type Publication = { name: string; data: string; channels: string[]; exceptSocketId: string | undefined };

/** Handles POST /apps/:id/events: one event to at most 100 channels, not to the socket that caused it. */
export function publishEvent(state: AppState, limits: ChannelsLimits, request: ApiRequest): object {
  const event = parseBody(eventSchema, request.body);
  const channels = event.channels ?? [event.channel ?? ""];
  const info = parseInfo(event.info ?? "");
  assertSize(event.data, limits);
  publish(state, { name: event.name, data: event.data, channels, exceptSocketId: event.socket_id ?? undefined });
  if (info.size === 0) return {};
  return { channels: Object.fromEntries(channels.map((name) => [name, describe(state, name, info)])) };
}

/** Handles POST /apps/:id/batch_events: at most ten events, in order; all are validated before the first is sent. */
export function publishBatch(state: AppState, limits: ChannelsLimits, request: ApiRequest): object {
  const { batch } = parseBody(batchSchema, request.body);
  const infos = batch.map((event) => parseInfo(event.info ?? ""));
  for (const event of batch) assertSize(event.data, limits);
  for (const { name, data, channel, socket_id } of batch) {
    publish(state, { name, data, channels: [channel], exceptSocketId: socket_id ?? undefined });
  }
  if (infos.every((info) => info.size === 0)) return {};
  return { batch: batch.map((event, index) => describe(state, event.channel, infos[index] ?? new Set())) };
}

function publish(state: AppState, { name, data, channels, exceptSocketId }: Publication): void {
  countPublished();
  for (const channelName of new Set(channels)) {
    const channel = state.channels.get(channelName);
    if (channel) broadcast(channel, encodeFrame({ event: name, channel: channelName, data }), exceptSocketId);
  }
}

/** Asking for the user count of a channel without members is an error in a query, not when publishing. */
function describe(state: AppState, name: string, info: Info): object {
  const wanted = new Set(info);
  if (channelKind(name) !== "presence") wanted.delete("user_count");
  return describeChannel(state, name, wanted);
}

function assertSize(data: string, limits: ChannelsLimits): void {
  if (Buffer.byteLength(data) > limits.maxEventDataBytes) {
    throw new HttpError(413, `The data of an event may have at most ${limits.maxEventDataBytes} bytes`);
  }
}

function parseBody<T>(schema: z.ZodType<T>, body: Buffer): T {
  const json = parseJson(body.toString("utf8"));
  if (json === undefined) throw new HttpError(400, "The body isn't valid JSON");
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join(".") || "body");
  throw new HttpError(400, `Invalid: ${[...new Set(fields)].join(", ")}`);
}
