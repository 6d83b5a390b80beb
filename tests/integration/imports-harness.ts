import type { Actor } from "@/lib/actor/actor";
import { continueImport } from "@/lib/domain/transfer/continue-imports";
import { getImport } from "@/lib/domain/transfer/queries";
import { runImport } from "@/lib/domain/transfer/run-import";
import { startImport } from "@/lib/domain/transfer/start-import";
import type { ImportKind } from "@/lib/domain/transfer/status";

type Cast = { hospital: { id: string }; manager: { actor: Actor } };

/** Starts an import of a file, and has it checked. */
export async function checkFile({ hospital, manager }: Cast, kind: ImportKind, content: string) {
  const { id } = await startImport(manager.actor, { hospitalId: hospital.id, kind, content });
  await continueImport(id);
  return getImport(manager.actor, id);
}

/** The same, and runs it. */
export async function importFile(cast: Cast, kind: ImportKind, content: string) {
  const { id } = await checkFile(cast, kind, content);
  await runImport(cast.manager.actor, id);
  await continueImport(id);
  return getImport(cast.manager.actor, id);
}

export const bedsFile = (ward: string, count: number) =>
  `ward,label\n${Array.from({ length: count }, (_, n) => `${ward},${n + 1}`).join("\n")}\n`;
