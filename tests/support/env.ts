/**
 * A complete environment, as lib/platform/config/config.ts requires it, with invented secrets. The database addresses
 * are placeholders: each integration file gets its own (database.setup.ts).
 */
export const testEnvironment: Readonly<Record<string, string>> = {
  DATABASE_URL: "postgresql://nobody:nothing@127.0.0.1:1/absent",
  MIGRATION_DATABASE_URL: "postgresql://nobody:nothing@127.0.0.1:1/absent",
  DATABASE_POOL_SIZE: "16",
  // Fifty at once must each get their turn, however slow the machine.
  DATABASE_WAIT_MS: "60000",
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
  TOKEN_SECRET: "only-for-test-tokens-only-for-test-tokens",
  RECORDS_KEYS: "new:b25seS1mb3ItdGVzdHMtdGhlLXNlY29uZC1rZXktMzI=, old:b25seS1mb3ItdGVzdHMtdGhlLWZpcnN0LWtleS0tMzI=",
  // No push service answers: a test that needs one starts it (tests/support/push.ts).
  PUSH_HOSTS: "http://127.0.0.1:1",
  VAPID_PRIVATE_KEY: "b25seS1mb3ItdGVzdHMtdGhlLXB1c2gta2V5LS0tMzI",
  // Each integration file gets its own.
  FILES_DIR: "/nowhere/absent",
  PUSHER_APP_ID: "caresync-test",
  PUSHER_KEY: "test-key",
  PUSHER_SECRET: "test-secret-test-secret",
  PUSHER_HOST: "127.0.0.1",
  // Nothing listens here: a test that needs the channels server starts one and sets its own port.
  PUSHER_PORT: "1",
  PUSHER_USE_TLS: "false",
  MAIL_FROM: "CareSync <no-reply@caresync.test>",
  WORKER: "off",
  LOG_LEVEL: "silent",
};
