/** What a page asks about channels it has just joined. */
export type Doubt = { since: string; channels: string[]; key?: string };

/** Channels of a page are joined within a few milliseconds of each other: they are one question. */
const GATHER_MS = 50;
const PATIENCE_MS = 5_000;

/**
 * Asks the server whether the page has missed anything, and says so unless the answer is a clear no. Questions are gathered
 * for a moment. A refresh that has started since reads everything: then no answer is waited for.
 */
export class Doubts {
  private open = new Map<string, Doubt>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readings = 0;

  constructor(
    private readonly onMissed: () => void,
    private readonly ask = askServer,
  ) {}

  /** A channel was joined; the page shows what was committed at `since`. */
  add(channel: string, since: string, key?: string): void {
    const name = `${since} ${key ?? ""}`;
    const doubt: Doubt = this.open.get(name) ?? { since, channels: [], ...(key === undefined ? {} : { key }) };
    if (!doubt.channels.includes(channel)) doubt.channels.push(channel);
    this.open.set(name, doubt);
    this.timer ??= setTimeout(() => void this.send(), GATHER_MS);
  }

  /** The page is being read again: everything up to now will be on it. */
  settle(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.open.clear();
    this.readings += 1;
  }

  private async send(): Promise<void> {
    const doubts = [...this.open.values()];
    const { readings } = this;
    this.timer = undefined;
    this.open.clear();
    const answers = await Promise.all(doubts.map(this.ask));
    if (readings === this.readings && answers.includes(true)) this.onMissed();
  }
}

async function askServer(doubt: Doubt): Promise<boolean> {
  try {
    const response = await fetch("/api/realtime/missed", {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(doubt),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer: unknown = await response.json();
    return !(
      response.ok &&
      typeof answer === "object" &&
      answer !== null &&
      "hasMissed" in answer &&
      answer.hasMissed === false
    );
  } catch {
    return true;
  }
}
