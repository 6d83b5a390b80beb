/**
 * A complete environment, as lib/platform/config/config.ts demands it, with invented secrets.
 * The database addresses are placeholders: each integration file gets its own (database.setup.ts).
 */
export const testEnvironment: Readonly<Record<string, string>> = {
  DATABASE_URL: "postgresql://nobody:nothing@127.0.0.1:1/absent",
  MIGRATION_DATABASE_URL: "postgresql://nobody:nothing@127.0.0.1:1/absent",
  NEXTAUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
  NEXTAUTH_URL: "http://localhost:3000",
  PUSHER_APP_ID: "caresync-test",
  PUSHER_KEY: "test-key",
  PUSHER_SECRET: "test-secret-test-secret",
  PUSHER_HOST: "127.0.0.1",
  PUSHER_PORT: "6001",
  PUSHER_SCHEME: "http",
  LOG_LEVEL: "silent",
  WORKER: "off",
};
