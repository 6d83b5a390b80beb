/**
 * PostgreSQL rolls back a transaction that is silent for this long: its process is frozen or its machine gone, and
 * others wait for its locks. TCP would notice after hours.
 */
const IDLE_IN_TRANSACTION_MS = 20_000;

/**
 * Returns the settings of every new connection. It works as `caresync_app`, under any login: that role owns nothing,
 * can't bypass row-level security and can't change events or audit. So one DATABASE_URL is enough, and safe,
 * everywhere.
 */
export function sessionSettings(more: Record<string, number> = {}): string {
  const settings = {
    role: "caresync_app",
    timezone: "UTC",
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    ...more,
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(" ");
}
