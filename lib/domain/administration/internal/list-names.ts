import { db } from "@/lib/platform/db/db";

/** Returns the names of accounts by their IDs. */
export async function listNames(ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows =
    wanted.length > 0
      ? await db.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } })
      : [];
  return new Map(rows.map((row) => [row.id, row.name]));
}
