import { defineConfig } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "./tests/e2e/support/browser";

/** Change nothing but people of their own: nothing that happens meanwhile changes what they find. */
const LOOKS_AT_PAGES = [
  "axe*.spec.ts",
  "broken-words.spec.ts",
  "first-taps.spec.ts",
  "security-headers.spec.ts",
  "security-others.spec.ts",
];
/** Stop parts of the stack, under everyone, or start another one beside it. */
const STOPS_SERVERS = ["resilience*.spec.ts", "calendar-mail.spec.ts"];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  globalSetup: "./tests/e2e/support/stack.ts",
  // All tests share one demo, and the browsers and the whole stack share two cores: one test of each project at a time.
  workers: 2,
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
    // Requests that one answers pass by page.route(); a test about it allows its own.
    serviceWorkers: "block",
    trace: process.env.E2E_TRACE ? { mode: "retain-on-failure", screenshots: false, sources: false } : "off",
    screenshot: "only-on-failure",
    video: "off",
  },
  projects: [
    {
      name: "portals",
      workers: 1,
      testIgnore: ["afterwards/**", ...LOOKS_AT_PAGES, ...STOPS_SERVERS],
      teardown: "afterwards",
    },
    { name: "pages", workers: 1, testMatch: LOOKS_AT_PAGES, teardown: "afterwards" },
    { name: "faults", workers: 1, testMatch: STOPS_SERVERS, dependencies: ["portals", "pages"] },
    // Checks what the whole run has left behind, e.g. in the server's log.
    { name: "afterwards", testMatch: "afterwards/**/*.spec.ts" },
  ],
});
