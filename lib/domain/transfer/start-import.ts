import { requireManaged } from "@/lib/domain/hospitals/load-own-hospital";
import { publiclyListed } from "@/lib/domain/hospitals/policy";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import { addJob } from "@/lib/platform/jobs/add-job";
import { IMPORT_TASK } from "./continue-imports";
import { importEvent } from "./events";
import { importSelect, type ImportRow } from "./queries";
import type { StartImportInput } from "./schema";
import { settleReading } from "./internal/settle-reading";
import { takeFile } from "./internal/take-file";

/**
 * Uploads a file and starts its dry run, which writes nothing into the hospital's tables and finds every error at once.
 * How it is read is settled here, once. Throws `not-found`, `forbidden` (a coordinator; inviting people to an
 * unverified hospital), `invalid` for anything but text.
 */
export function startImport(actor: Actor, { hospitalId, ...input }: StartImportInput): Promise<ImportRow> {
  const { kind } = input;
  const { text: content } = takeFile(input);
  const { reading } = settleReading(kind, content, input);
  return inTransaction(actor, async (tx) => {
    await requireManaged(tx, actor, hospitalId);
    if (kind === "DOCTORS" || kind === "STAFF") await requireListed(tx, hospitalId);
    const row = await tx.import.create({
      data: { hospitalId, kind, content, reading, createdByUserId: actor.userId },
      select: importSelect,
    });
    await addJob(tx, IMPORT_TASK, { importId: row.id });
    const audit = { action: "import.start", subject: "import", subjectId: row.id, hospitalId, details: { kind } };
    await recordChange(tx, actor, audit, [importEvent("import.started", row)]);
    return row;
  });
}

async function requireListed(tx: Tx, hospitalId: string): Promise<void> {
  if ((await tx.hospital.count({ where: { id: hospitalId, ...publiclyListed } })) > 0) return;
  throw new AppError("forbidden", "Your hospital can invite people once it is verified.");
}
