import { expect, type Page, type WebSocketRoute } from "@playwright/test";

type Watch = {
  /** How often the page was read again. */
  reads: () => number;
  /** What it was told when it asked whether it has missed anything. */
  answers: boolean[];
  /** How many events it has heard. */
  events: () => number;
  /** Holds back what the page tells the channels server, as before its channels are joined. */
  hold: () => void;
  release: () => void;
  /** Ends the page's connection, which it opens again. */
  cut: () => Promise<void>;
  /** Waits until the page has asked so often, and has then been at rest for longer than it gathers reasons to read. */
  rest: (answers: number) => Promise<void>;
};

/** Watches how a page reads itself again; before it is opened. */
export async function watchReads(page: Page): Promise<Watch> {
  const answers: boolean[] = [];
  const counts = { reads: 0, underway: 0, events: 0 };
  const kept: (() => void)[] = [];
  let [isHeld, socket] = [false, undefined as WebSocketRoute | undefined];
  await page.routeWebSocket(/.*/, (route) => {
    socket = route;
    const server = route.connectToServer();
    route.onMessage((message) => {
      if (isHeld) kept.push(() => server.send(message));
      else server.send(message);
    });
    server.onMessage((message) => {
      if (!String(message).includes('"event":"pusher')) counts.events += 1;
      route.send(message);
    });
  });
  page.on("request", (request) => {
    const headers = request.headers();
    const isAhead = "next-router-prefetch" in headers || "next-router-segment-prefetch" in headers;
    if (headers.rsc === undefined || isAhead) return;
    counts.reads += 1;
    counts.underway += 1;
    const end = () => (counts.underway -= 1);
    void request.response().then(async (answer) => answer?.finished().then(end, end), end);
  });
  page.on("response", async (answer) => {
    if (new URL(answer.url()).pathname !== "/api/realtime/missed") return;
    answers.push(((await answer.json()) as { hasMissed?: boolean }).hasMissed !== false);
  });
  const rest = async (wanted: number) => {
    await expect.poll(() => answers.length, "asks what it has missed").toBeGreaterThanOrEqual(wanted);
    let last = "";
    const isAtRest = () => {
      const was = last;
      last = JSON.stringify([counts, answers]);
      return counts.underway === 0 && was === last;
    };
    await expect.poll(isAtRest, { intervals: [400] }).toBe(true);
  };
  return {
    reads: () => counts.reads,
    events: () => counts.events,
    answers,
    hold: () => (isHeld = true),
    release: () => {
      isHeld = false;
      for (const send of kept.splice(0)) send();
    },
    cut: async () => socket?.close({ code: 1001 }),
    rest,
  };
}
