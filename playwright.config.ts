import { defineConfig } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "./tests/e2e/support/browser";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  globalSetup: "./tests/e2e/support/stack.ts",
  // All tests share one demo, and the browser and the whole stack share two cores.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    launchOptions: { executablePath: await findBrowser(), args: BROWSER_ARGS },
    locale: "en-GB",
    // A reader far from every demo hospital, at a quarter-hour offset: this reveals pages that ignore zones.
    timezoneId: "Asia/Kathmandu",
    contextOptions: { reducedMotion: "reduce" },
    // A trace takes a fifth of the run's time; a failure leaves a screenshot and the page's outline without it.
    trace: process.env.E2E_TRACE ? { mode: "retain-on-failure", screenshots: false, sources: false } : "off",
    screenshot: "only-on-failure",
    video: "off",
  },
  projects: [
    { name: "portals", testIgnore: "afterwards/**", teardown: "afterwards" },
    // Checks what the whole run has left behind, e.g. in the server's log.
    { name: "afterwards", testMatch: "afterwards/**/*.spec.ts" },
  ],
});
