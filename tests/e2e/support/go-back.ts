import type { Page } from "@playwright/test";

/** Goes back as the browser's own button does, without waiting for a navigation that may not come. */
export async function goBack(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const { currentIndex, entries } = await devtools.send("Page.getNavigationHistory");
  await devtools.send("Page.navigateToHistoryEntry", { entryId: entries[currentIndex - 1]?.id ?? 0 });
}
