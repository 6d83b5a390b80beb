import { expect, type Locator, type Page } from "@playwright/test";

/** Presses Tab until the target has focus, as someone without a mouse does. */
export async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      const outline = await target.evaluate((element) => getComputedStyle(element).outlineStyle);
      expect(outline, "the focus can be seen").not.toBe("none");
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error("The Tab key does not lead there.");
}

/** Waits until a dialog takes input. It can be seen a moment earlier; until then nothing hears Escape. */
export async function expectInput(dialog: Locator): Promise<void> {
  await expect(dialog).toHaveCSS("pointer-events", "auto");
}
