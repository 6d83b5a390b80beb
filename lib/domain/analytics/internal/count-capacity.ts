import { db } from "@/lib/platform/db/db";
import type { RowOf } from "@/lib/platform/db/statement";
import { noteOwn, noteRead } from "@/lib/platform/page-notes/page-notes";
import { freeCapacity } from "../statements/now";
import type { Capacity } from "../schema";

type Counted = RowOf<typeof freeCapacity>;

/**
 * Counts what listed hospitals have available now, all at one moment; nothing for unlisted ones. Kinds a hospital
 * doesn't have are left out: no beds is different from no free bed.
 */
export async function countCapacity(hospitalIds: readonly string[]): Promise<(hospitalId: string) => Capacity> {
  const ids = [...hospitalIds];
  noteRead(ids.map((id) => `hospital:${id}`));
  const [rows, now] = ids.length === 0 ? [[], new Date()] : await countFree(ids);
  noteOwn(now.toISOString(), "instant");
  return (hospitalId) => {
    const of = (what: Counted["what"]) =>
      rows
        .filter((row) => row.hospitalId === hospitalId && row.what === what)
        .map(({ kind, free }) => ({ kind, free }));
    return { asOf: now.toISOString(), beds: of("bed"), ambulances: of("vehicle") } as Capacity;
  };
}

async function countFree(ids: string[]): Promise<[Counted[], Date]> {
  const rows = await freeCapacity(db, ids);
  return [rows.filter((row) => row.hospitalId !== null), rows[0]?.asOf ?? new Date()];
}
