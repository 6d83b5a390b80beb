import { recordChange } from "@/lib/actor/record";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { db, type Tx } from "@/lib/platform/db/db";
import { editionEvent } from "../events";
import { PART_BYTES } from "../schema";
import { addCodes, collectWords, keepEdition } from "../statements";
import { FORMAT_OF, type CodeSystem } from "../status";
import { clamlReader } from "./claml";
import { FileFault, type FileCode } from "./edition-reader";
import { ACTIVATION_LOCK, makeActive } from "./make-active";
import { orderFileReader } from "./order-file";

const BATCH = 2_000;
/** The interval between two progress reports. */
const PROGRESS_MS = 500;
/** The last step collects the words of all codes. */
const FINISH_MS = 120_000;

/** A complete edition has codes in each of these chapters' letters; U is for special purposes and may be missing. */
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTVWXYZ"];

type Job = { id: string; workerId: string };

/** Another worker has taken over, or the edition was removed: there is nothing left to do here. */
class Lost extends Error {}

/**
 * Reads an edition's file part by part, adds its codes in batches, and makes it the active one in one transaction with
 * the end of the file. Until then no one finds them. Throws `FileFault` when the file isn't a complete edition.
 */
export async function loadEdition(id: string, workerId: string): Promise<void> {
  try {
    await loadAs({ id, workerId });
  } catch (error) {
    if (!(error instanceof Lost)) throw error;
  }
}

async function loadAs(job: Job): Promise<void> {
  const { system, fileBytes } = await db.diagnosisEdition.findUniqueOrThrow({
    where: { id: job.id },
    select: { system: true, fileBytes: true },
  });
  // What a worker left behind that died on the way.
  await db.diagnosisCode.deleteMany({ where: { editionId: job.id } });
  const report = reporter(job);
  const seen = new Set<string>();
  let batch: FileCode[] = [];
  for await (const { codes, bytes } of readFile(job.id, system as CodeSystem, fileBytes)) {
    for (const one of codes) {
      if (seen.has(one.code)) throw new FileFault(`${one.code} is in the file twice.`);
      seen.add(one.code);
    }
    batch.push(...codes);
    while (batch.length >= BATCH) {
      await addBatch(job, batch.slice(0, BATCH), bytes);
      batch = batch.slice(BATCH);
    }
    await report();
  }
  await addBatch(job, batch, fileBytes);
  requireComplete(seen);
  await finish(job, seen.size);
}

/** Yields the codes of the file, part by part, and how many bytes have been read. */
async function* readFile(
  editionId: string,
  system: CodeSystem,
  fileBytes: number,
): AsyncGenerator<{ codes: FileCode[]; bytes: number }> {
  const reader = FORMAT_OF[system] === "CLAML" ? clamlReader() : orderFileReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (content?: Uint8Array) => {
    try {
      return content ? decoder.decode(content, { stream: true }) : decoder.decode();
    } catch {
      throw new FileFault("The file isn't text in UTF-8. If it is a ZIP, unpack it first.");
    }
  };
  const parts = Math.ceil(fileBytes / PART_BYTES);
  let bytes = 0;
  for (let number = 1; number <= parts; number++) {
    const part = await db.diagnosisFilePart.findUnique({ where: { editionId_number: { editionId, number } } });
    if (!part) throw new Lost();
    const text = decode(part.content);
    if (text.includes("\0")) throw new FileFault("The file isn't text in UTF-8. If it is a ZIP, unpack it first.");
    bytes += part.content.length;
    yield { codes: reader.write(text), bytes };
  }
  yield { codes: [...reader.write(decode()), ...reader.end()], bytes };
}

async function addBatch({ id, workerId }: Job, codes: FileCode[], bytes: number): Promise<void> {
  await inTransaction(SYSTEM_ACTOR, async (tx) => {
    await keep(tx, { id, workerId, bytes, codes: codes.length });
    await addCodes(tx, id, JSON.stringify(codes));
  });
}

async function keep(tx: Tx, progress: Job & { bytes: number; codes: number }): Promise<void> {
  if ((await keepEdition(tx, progress)) === 0) throw new Lost();
}

function requireComplete(codes: ReadonlySet<string>): void {
  if (codes.size === 0) throw new FileFault("There are no codes in the file.");
  const letters = new Set([...codes].map((code) => code[0]));
  const missing = LETTERS.filter((letter) => !letters.has(letter));
  if (missing.length > 0)
    throw new FileFault(`The edition isn't complete: there are no codes that begin with ${missing.join(", ")}.`);
}

async function finish(job: Job, codes: number): Promise<void> {
  await inTransaction(
    SYSTEM_ACTOR,
    async (tx) => {
      const { fileBytes } = await tx.diagnosisEdition.findUniqueOrThrow({
        where: { id: job.id },
        select: { fileBytes: true },
      });
      await keep(tx, { ...job, bytes: fileBytes, codes: 0 });
      await collectWords(tx, job.id);
      await tx.diagnosisFilePart.deleteMany({ where: { editionId: job.id } });
      await tx.diagnosisEdition.update({
        where: { id: job.id },
        data: { status: "READY", codeCount: codes, finishedAt: new Date(), claimedBy: null, version: { increment: 1 } },
        select: { id: true },
      });
      await makeActive(tx, job.id);
      const audit = {
        action: "diagnosis-edition.complete",
        subject: "diagnosis-edition",
        subjectId: job.id,
        details: { codes },
      };
      await recordChange(tx, SYSTEM_ACTOR, audit, [editionEvent("diagnosis-edition.completed", job.id)]);
    },
    { locks: [ACTIVATION_LOCK], timeoutMs: FINISH_MS },
  );
}

/** Reports progress to open pages, now and then. */
function reporter({ id }: Job): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < PROGRESS_MS) return;
    last = performance.now();
    await inTransaction(SYSTEM_ACTOR, (tx) =>
      recordChange(tx, SYSTEM_ACTOR, null, [editionEvent("diagnosis-edition.progressed", id)]),
    );
  };
}
