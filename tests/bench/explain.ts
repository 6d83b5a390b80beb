import pg from "pg";
import { DATABASE } from "@/scripts/embedded/roles";

/** From the next connection on PostgreSQL logs the plan of each statement. */
export async function explainEverything(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const settings = {
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_buffers": "on",
  };
  for (const [name, value] of Object.entries(settings))
    await client.query(`ALTER DATABASE ${DATABASE} SET ${name} = '${value}'`);
  await client.end();
}
