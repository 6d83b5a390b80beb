import { expect, type Page } from "@playwright/test";

/** Opens a page and waits until it is live: everything that happens from now on reaches it. */
export async function openLive(page: Page, path: string): Promise<void> {
  const joined = new Promise<void>((resolve) => {
    page.on("websocket", (socket) => {
      socket.on("framereceived", ({ payload }) => {
        if (String(payload).includes("pusher_internal:subscription_succeeded")) resolve();
      });
    });
  });
  await page.goto(path);
  await joined;
}

/** Resolves when the open page has next read itself again. */
export async function nextRefresh(page: Page): Promise<void> {
  const answer = await page.waitForResponse((one) => {
    const headers = one.request().headers();
    const isAhead = "next-router-prefetch" in headers || "next-router-segment-prefetch" in headers;
    return headers.rsc === "1" && !isAhead && new URL(one.url()).pathname === new URL(page.url()).pathname;
  });
  await answer.finished();
}

/** Does the same as `openLive`, and waits until the page has learnt whether it missed anything before: then it is at rest. */
export async function openAtRest(page: Page, path: string): Promise<void> {
  const refreshed = nextRefresh(page).catch(() => undefined);
  const asked = page.waitForResponse((one) => new URL(one.url()).pathname === "/api/realtime/missed");
  await openLive(page, path);
  const answer = (await (await asked).json()) as { hasMissed?: boolean };
  if (answer.hasMissed !== false) await refreshed;
}

/** Marks the page as it is; the returned function expects that it was not reloaded since. */
export async function markLoaded(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => document.documentElement.setAttribute("data-loaded-once", ""));
  return async () => {
    await expect(page.locator("html[data-loaded-once]"), "the page was not loaded again").toHaveCount(1);
  };
}
