import type { Actor } from "@/lib/actor/actor";
import { openExport } from "@/lib/domain/data-exports/open-export";
import { requestExport } from "@/lib/domain/data-exports/request-export";
import type { ExportInput } from "@/lib/domain/data-exports/schema";
import { writeExport } from "@/lib/domain/data-exports/write-export";
import type { ExportStatus } from "@/lib/domain/data-exports/status";
import { db, type Tx } from "@/lib/platform/db/db";
import { createUser, TEST_PASSWORD } from "@/tests/support/factories";

type Asked = Partial<Omit<ExportInput, "kind">> & Pick<ExportInput, "kind" | "hospitalId">;

/** Asks for an export with the right password, as CSV unless said otherwise. */
export const ask = (actor: Actor, asked: Asked) =>
  requestExport(actor, { format: "CSV", password: TEST_PASSWORD, ...asked } as ExportInput);

/** What a finished export says. */
export async function contentOf(actor: Actor, id: string): Promise<string> {
  const { pieces, size } = await openExport(actor, id);
  const chunks: Uint8Array[] = [];
  for await (const piece of pieces) chunks.push(piece);
  const bytes = Buffer.concat(chunks);
  if (bytes.length !== size) throw new Error(`${bytes.length} bytes instead of ${size}`);
  return bytes.toString("utf8");
}

/** Asks for an export, has it written, and returns what it says. */
export async function exported(actor: Actor, asked: Asked): Promise<string> {
  const { id } = await ask(actor, asked);
  await writeExport(id);
  return contentOf(actor, id);
}

/** The rows of a CSV file without quoted cells, each by its columns. */
export function rowsOf(csv: string): Record<string, string>[] {
  const [header = "", ...lines] = csv.split("\r\n").filter(Boolean);
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, n) => [names[n], cell])));
}

/** Takes an export in a state to another, with all that the columns need; the step alone decides. */
export async function exportIn(status: ExportStatus) {
  const { id: requestedByUserId } = await createUser();
  const isThere = status === "READY" || status === "EXPIRED";
  const over = status === "WAITING" || status === "RUNNING" ? {} : { finishedAt: new Date() };
  const { id } = await db.dataExport.create({
    data: {
      ...{ kind: "NUMBERS", format: "CSV", requestedByUserId, status, ...over },
      fault: status === "FAILED" ? "BROKEN" : null,
      expiresAt: isThere ? new Date() : null,
    },
  });
  return [
    (tx: Tx, to: string) => tx.$executeRaw`
      UPDATE "DataExport" SET "status" = ${to}::"DataExportStatus",
        "fault" = CASE WHEN ${to} = 'FAILED' THEN 'BROKEN'::"DataExportFault" END,
        "expiresAt" = CASE WHEN ${to} IN ('READY', 'EXPIRED') THEN now() END,
        "finishedAt" = CASE WHEN ${to} NOT IN ('WAITING', 'RUNNING') THEN now() END
      WHERE "id" = ${id}::uuid`,
  ];
}
