import type { Sql } from "@/lib/platform/db/sql";
import { clockTime } from "../statements";

/** The database's time, by which every reader decides what is closed. */
export async function databaseTime(client: Sql): Promise<Date> {
  const [row] = await clockTime(client);
  return row?.now ?? new Date();
}
