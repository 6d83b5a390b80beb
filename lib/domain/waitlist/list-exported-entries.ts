import type { Actor } from "@/lib/actor/actor";
import type { Page, PageQuery } from "@/lib/platform/input/page";
import { toEntryOutput } from "./output";
import { listEntries } from "./queries";
import type { WaitlistEntryOutput } from "./schema";

/** A page of what a patient waits or waited for, for the download of everything. */
export async function listExportedEntries(
  actor: Actor,
  patientId: string,
  query: PageQuery,
): Promise<Page<WaitlistEntryOutput>> {
  const page = await listEntries(actor, { patientId }, query);
  return { ...page, items: page.items.map(toEntryOutput) };
}
