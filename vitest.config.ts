import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// A zone nobody develops in, with a quarter-hour offset: code that forgets a time zone fails here.
process.env.TZ = "Asia/Kathmandu";

const root = fileURLToPath(new URL("./", import.meta.url));

const alias = {
  "@": root.replace(/\/$/, ""),
  "server-only": fileURLToPath(new URL("./node_modules/server-only/empty.js", import.meta.url)),
};

// Timeouts catch what hangs and measure nothing: a busy machine takes several times as long.
const TIMEOUTS = { testTimeout: 240_000, hookTimeout: 240_000, expect: { poll: { timeout: 60_000 } } };

const failOnConsoleError = "tests/support/console-error.ts";

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          pool: "threads",
          include: [
            "lib/**/*.test.ts",
            "scripts/**/*.test.ts",
            "tests/boundaries/**/*.test.ts",
            "tests/support/**/*.test.ts",
          ],
          setupFiles: ["tests/support/env.setup.ts", failOnConsoleError],
          ...TIMEOUTS,
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: "components",
          environment: "jsdom",
          pool: "threads",
          include: ["components/**/*.test.{ts,tsx}", "app/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/env.setup.ts", "tests/support/dom.setup.ts", failOnConsoleError],
          ...TIMEOUTS,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          environment: "node",
          include: ["tests/integration/**/*.test.ts", "tests/contract/**/*.test.ts"],
          globalSetup: ["tests/support/postgres.global.ts"],
          setupFiles: ["tests/support/env.setup.ts", "tests/support/database.setup.ts", failOnConsoleError],
          maxWorkers: 2,
          ...TIMEOUTS,
        },
      },
    ],
  },
});
