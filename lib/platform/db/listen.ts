import pg from "pg";
import { config } from "@/lib/platform/config/config";

/** A connection of its own, outside the pool, for what lives as long as the process: LISTEN and leadership. */
export async function dedicatedClient(name: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: config.database.url,
    options: "-c role=caresync_app -c timezone=UTC",
    application_name: name,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  return client;
}
