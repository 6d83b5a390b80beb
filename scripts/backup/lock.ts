import pg from "pg";

/** Runs `work` while this process alone holds the lock, with the connection that holds it. Waits for the lock. */
export async function withLock<T>(url: string, number: number, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // a lost connection fails the current query
  try {
    await client.connect();
    await client.query("SELECT pg_advisory_lock($1)", [number]);
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
