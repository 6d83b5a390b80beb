import { counter, gauge } from "@/lib/platform/metrics/instruments";

const published = counter({ name: "caresync_channels_published_total", help: "Events that publishers handed in." });
const delivered = counter({
  name: "caresync_channels_delivered_total",
  help: "Copies of events that were sent to open pages.",
});
const refused = counter({
  name: "caresync_channels_refused_total",
  help: "Sockets that were refused: 403 for pages of other sites, 429 for networks with too many.",
  labels: ["status"],
});

export const countPublished = (): void => published({});
export const countDelivered = (copies: number): void => delivered({}, copies);
export const countRefused = (status: number): void => refused({ status: String(status) });

type State = { connections: { size: number }; channels: { size: number } };

/** Shows how many connections and occupied channels there are; nothing in a process that doesn't count. */
export function measureChannels(states: readonly State[]): void {
  const sum = (sizeOf: (state: State) => number) => [{ value: states.reduce((all, state) => all + sizeOf(state), 0) }];
  gauge({ name: "caresync_channels_connections", help: "Open connections of pages." }, () =>
    sum(({ connections }) => connections.size),
  );
  gauge({ name: "caresync_channels_occupied", help: "Channels that someone listens to." }, () =>
    sum(({ channels }) => channels.size),
  );
}
