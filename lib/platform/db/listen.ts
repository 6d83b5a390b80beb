import pg from "pg";
import { config } from "@/lib/platform/config/config";
import { sessionSettings } from "./session-settings";

/** How long PostgreSQL keeps a silent session. */
const IDLE_TIMEOUT_MS = 10_000;

/**
 * Opens a connection outside the pool for what lives as long as the process: LISTEN, leadership, presence. Its owner
 * queries it every few seconds. PostgreSQL ends a silent session (a frozen process, a cut network) and its locks long
 * before TCP would notice; a query without an answer within `patienceMs` fails.
 */
export async function dedicatedClient(name: string, patienceMs = IDLE_TIMEOUT_MS): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: config.database.directUrl,
    options: sessionSettings({ idle_session_timeout: IDLE_TIMEOUT_MS }),
    query_timeout: patienceMs,
    application_name: name,
    keepAlive: true,
    connectionTimeoutMillis: patienceMs,
  });
  await client.connect();
  return client;
}
