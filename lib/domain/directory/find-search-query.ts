import { published } from "@/lib/platform/db/published";
import { directoryQuery } from "./statements/candidates";

/** Turns the typed text into a search query that forgives typing errors; null when there is nothing to search for. */
export async function findSearchQuery(typed: string | undefined): Promise<string | null> {
  if (!typed) return null;
  const [row] = await directoryQuery(published, typed);
  return row?.query ?? null;
}
