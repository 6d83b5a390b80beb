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

/** Marks the page as it is; the returned function expects that it was not reloaded since. */
export async function markLoaded(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => document.documentElement.setAttribute("data-loaded-once", ""));
  return async () => {
    await expect(page.locator("html[data-loaded-once]"), "the page was not loaded again").toHaveCount(1);
  };
}
