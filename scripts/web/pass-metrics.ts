import cluster from "node:cluster";

/** As lib/platform/metrics/siblings.ts sends them. */
type Message = { caresync?: string; kind?: string; ask?: number; to?: number };

/**
 * Passes what web processes ask each other for a scrape, which reaches only one of them: a question to all others, with how
 * many they are to the one who asks, and each answer back to it.
 */
export function passMetrics(): void {
  cluster.on("message", (sender, message: Message) => {
    if (message?.caresync !== "metrics") return;
    if (message.kind === "answer") return send(message.to, message);
    const others = Object.values(cluster.workers ?? {}).filter((one) => one?.isConnected() && one.id !== sender.id);
    send(sender.id, { ...message, kind: "expect", count: others.length });
    for (const other of others) send(other?.id, { ...message, from: sender.id });
  });
}

/** One that is ending meanwhile needs no answer. */
function send(id: number | undefined, message: object): void {
  const worker = id === undefined ? undefined : cluster.workers?.[id];
  if (worker?.isConnected()) worker.send(message, () => undefined);
}
