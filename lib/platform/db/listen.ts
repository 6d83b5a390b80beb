import pg from "pg";
import { config } from "@/lib/platform/config/config";
import { sessionSettings } from "./session-settings";

/** How long PostgreSQL keeps a session from which it hears nothing. */
const IDLE_TIMEOUT_MS = 10_000;

/**
 * A connection of its own, outside the pool, for what lives as long as the process: LISTEN, leadership, presence. Its owner
 * asks it something every few seconds: a session that falls silent (a frozen process, a cut network) is ended by
 * PostgreSQL, and its locks with it, long before TCP would notice; a question without an answer in `patienceMs` fails.
 */
export async function dedicatedClient(name: string, patienceMs = IDLE_TIMEOUT_MS): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: config.database.url,
    options: sessionSettings({ idle_session_timeout: IDLE_TIMEOUT_MS }),
    query_timeout: patienceMs,
    application_name: name,
    keepAlive: true,
    connectionTimeoutMillis: patienceMs,
  });
  await client.connect();
  return client;
}
