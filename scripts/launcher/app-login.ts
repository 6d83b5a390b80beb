import pg from "pg";
import { databaseError } from "../process/database-error";
import { StartError } from "../process/start-error";

/** Makes sure that the login in DATABASE_URL works and may act as the application's role, as every process will. */
export async function requireAppLogin(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // a lost connection fails the current query
  try {
    await client.connect();
    await client.query("SET ROLE caresync_app");
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    if (code === "42501" || /set role/.test(message ?? "")) {
      const sql = `GRANT caresync_app TO ${client.escapeIdentifier(client.user ?? "…")};`;
      throw new StartError(`The login in DATABASE_URL lacks the role caresync_app; as the owner run: ${sql}`, {
        cause: error,
      });
    }
    throw databaseError(error, url);
  } finally {
    await client.end().catch(() => {});
  }
}
