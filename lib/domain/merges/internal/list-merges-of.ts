import type { Prisma, Tx } from "@/lib/platform/db/db";
import type { Merge } from "../schema";
import { addedSince } from "../statements";
import type { MergeField } from "../status";

const party = { select: { id: true, name: true, bornOn: true } } as const;

export const mergeSelect = {
  id: true,
  hospitalId: true,
  taken: true,
  mergedAt: true,
  undoneAt: true,
  source: party,
  survivor: party,
  mergedBy: { select: { name: true } },
  undoneBy: { select: { name: true } },
} satisfies Prisma.PatientMergeSelect;
type Row = Prisma.PatientMergeGetPayload<{ select: typeof mergeSelect }>;

/** Returns merges as the desk reads them, with how much was added since. */
export async function listMergesOf(tx: Tx, rows: Row[]): Promise<Merge[]> {
  const open = rows.filter(({ undoneAt }) => undoneAt === null).map(({ id }) => id);
  const added = open.length === 0 ? [] : await addedSince(tx, open);
  const counts = new Map(added.map(({ id, count }) => [id, count]));
  return rows.map((row) => ({
    ...row,
    source: toParty(row.source),
    survivor: toParty(row.survivor),
    taken: row.taken as MergeField[],
    mergedAt: row.mergedAt.toISOString(),
    mergedBy: row.mergedBy?.name ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
    undoneBy: row.undoneBy?.name ?? null,
    addedSince: counts.get(row.id) ?? 0,
  }));
}

function toParty({ bornOn, ...person }: Row["source"]): Merge["source"] {
  return { ...person, bornOn: bornOn && bornOn.toISOString().slice(0, 10) };
}
