import { expect, test as base, type BrowserContext, type Page } from "@playwright/test";
import { signIn, signInAs, type Account, type Role } from "./sign-in";
import { runningStack } from "./run-state";

export { expect } from "@playwright/test";
export { expectNoAxeViolations } from "./axe";
export { demoAccounts, signIn, signInAs, type Account, type Role } from "./sign-in";

type Fixtures = {
  /** Console errors that this test provokes on purpose, e.g. the browser's own message for a 409. */
  allowedErrors: RegExp;
  /** Another person on another device: a page in its own context, signed in if someone is named. */
  openAs: (who?: Role | Account) => Promise<Page>;
  watchConsole: void;
};

/**
 * Makes `goto` wait until the page shows all it has received. React puts streamed parts in their place a moment after
 * the load event; until then a text can be there twice, once hidden.
 */
function awaitStreamedParts(page: Page): void {
  const goto = page.goto.bind(page);
  page.goto = async (url, options) => {
    const answer = await goto(url, options);
    if (!options?.waitUntil) await expect(page.locator('[hidden][id^="S:"]')).toHaveCount(0);
    return answer;
  };
}

/**
 * Playwright's test with our stack as its address. Errors in any page's console, and uncaught ones, fail the test: that
 * covers failed hydration, refused scripts (CSP) and failed requests.
 */
export const test = base.extend<Fixtures & { watch: (context: BrowserContext) => void }>({
  baseURL: async ({}, use) => use(runningStack().baseURL),

  allowedErrors: async ({}, use) => use(/(?!)/),

  watch: async ({ allowedErrors, javaScriptEnabled }, use) => {
    const errors: string[] = [];
    await use((context) => {
      if (javaScriptEnabled !== false) context.on("page", awaitStreamedParts);
      context.on("weberror", (webError) => errors.push(String(webError.error())));
      context.on("console", (message) => {
        if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
      });
    });
    const unexpected = errors.filter((error) => !allowedErrors.test(error));
    if (unexpected.length > 0) throw new Error(`Errors in the browser:\n${unexpected.join("\n")}`);
  },

  watchConsole: [
    async ({ context, watch }, use) => {
      watch(context);
      await use();
    },
    { auto: true },
  ],

  openAs: async ({ browser, contextOptions, watch, baseURL, locale, timezoneId, serviceWorkers }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who) => {
      const context = await browser.newContext({ ...contextOptions, baseURL, locale, timezoneId, serviceWorkers });
      contexts.push(context);
      watch(context);
      const page = await context.newPage();
      if (typeof who === "string") await signIn(page, who);
      else if (who) await signInAs(page, who);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});
