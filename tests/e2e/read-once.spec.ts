import type { Page, Request, Response } from "@playwright/test";
import { callAmbulance, newDispatch, somewhere } from "./support/calls";
import { dispatchButton, waitingFor } from "./support/dispatch";
import { expect, test } from "./support/fixtures";
import { openLive } from "./support/live";

const isAction = (answer: Response) => answer.request().headers()["next-action"] !== undefined;

type Reads = { count: number; underway: number };

/** Counts how often the page refreshes. */
function countReads(page: Page): Reads {
  const reads = { count: 0, underway: 0 };
  const isRead = (request: Request) => request.headers().rsc && !request.headers()["next-router-prefetch"];
  page.on("request", (request) => {
    if (!isRead(request)) return;
    reads.count += 1;
    reads.underway += 1;
  });
  const onEnd = (request: Request) => void (isRead(request) && (reads.underway -= 1));
  page.on("requestfinished", onEnd);
  page.on("requestfailed", onEnd);
  return reads;
}

/**
 * Waits until no refresh is under way, and none has begun for longer than a page gathers the reasons for one. The next
 * one waits for the one before, which is slow on a page's first visit.
 */
async function expectQuiet(reads: Reads, isJoined: () => boolean): Promise<void> {
  let last = -1;
  const isQuiet = () => {
    const isRest = isJoined() && reads.underway === 0;
    const was = last;
    last = isRest ? reads.count : -1;
    return was >= 0 && was === last;
  };
  await expect.poll(isQuiet, { intervals: [500] }).toBe(true);
}

test("a dispatcher's step refreshes the board once, whether its event comes before the answer or after it", async ({
  openAs,
}) => {
  const place = somewhere();
  const hospital = await newDispatch(place, 3);
  const board = await openAs(hospital.account);
  // Messages of the channels server are counted, and can be held back.
  const kept: (() => void)[] = [];
  let [keeps, heard, joining] = [false, 0, 0];
  await board.routeWebSocket(/.*/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (String(message).includes("pusher:subscribe")) joining += 1;
      server.send(message);
    });
    server.onMessage((message) => {
      if (String(message).includes("subscription_succeeded")) joining -= 1;
      const deliver = () => {
        if (String(message).includes("ambulance-booking.dispatched")) heard += 1;
        socket.send(message);
      };
      if (keeps) kept.push(deliver);
      else deliver();
    });
  });
  const calls = [];
  for (let nth = 0; nth < 3; nth++) calls.push((await callAmbulance({ at: place })).contact);
  const [before, after, plain] = calls;
  const reads = countReads(board);
  await openLive(board, "/hospital/ambulances");
  for (const caller of calls) await expect(waitingFor(board, caller)).toBeVisible();
  // What happened before the channels were joined may be read once more.
  await expectQuiet(reads, () => joining === 0);
  reads.count = 0;

  // The answer is held back until the event is there.
  await board.route("**/hospital/ambulances", async (route) => {
    if (route.request().headers()["next-action"] === undefined) return route.fallback();
    const answer = await route.fetch();
    await expect.poll(() => heard).toBeGreaterThan(0);
    return route.fulfill({ response: answer });
  });
  await dispatchButton(waitingFor(board, before!)).click();
  await expect(waitingFor(board, before!)).toHaveCount(0);
  await board.unroute("**/hospital/ambulances");

  // The event is held back until the answer is there.
  keeps = true;
  const answered = board.waitForResponse(isAction);
  await dispatchButton(waitingFor(board, after!)).click();
  await (await answered).finished();
  keeps = false;
  for (const deliver of kept.splice(0)) deliver();
  await expect(waitingFor(board, after!)).toHaveCount(0);
  expect(reads.count, "readings for two steps").toBe(2);

  await dispatchButton(waitingFor(board, plain!)).click();
  await expect(waitingFor(board, plain!)).toHaveCount(0);
  await expect(board.locator("[aria-busy=true]")).toHaveCount(0);
  expect(reads.count, "readings for three steps").toBe(3);
});
