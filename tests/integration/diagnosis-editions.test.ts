import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { activateEdition } from "@/lib/domain/codes/activate-edition";
import { confirmUpload } from "@/lib/domain/codes/confirm-upload";
import { discardForgottenUploads } from "@/lib/domain/codes/discard-uploads";
import { loadUploadedEdition, loadUploadedEditions } from "@/lib/domain/codes/load-editions";
import { listEditions } from "@/lib/domain/codes/queries";
import { removeEdition } from "@/lib/domain/codes/remove-edition";
import { PART_BYTES } from "@/lib/domain/codes/schema";
import { searchDiagnoses } from "@/lib/domain/codes/search-diagnoses";
import { startEdition } from "@/lib/domain/codes/start-edition";
import { storePart } from "@/lib/domain/codes/store-part";
import { db } from "@/lib/platform/db/db";
import { createCast } from "../support/actors";

type Cast = Awaited<ReturnType<typeof createCast>>;
let cast: Cast;
let builtInId: string;
beforeAll(async () => {
  cast = await createCast();
  builtInId = (await db.diagnosisEdition.findFirstOrThrow({ where: { isBuiltIn: true } })).id;
});

const search = (q: string) => searchDiagnoses(cast.doctor.actor, { q, limit: 12 });
const codes = async (q: string) => (await search(q)).map(({ code }) => code);

const ALL = [..."ABCDEFGHIJKLMNOPQRSTVWXYZ"];

const line = (order: number, code: string, name: string) =>
  `${String(order).padStart(5, "0")} ${code.padEnd(7)} ${code.length > 3 ? 1 : 0} ${name.slice(0, 60).padEnd(60)} ${name}`;

/** A small but complete edition: three codes in each chapter's letter, and those of `more`. */
function orderFile(more: [string, string][] = []): string {
  const rows = ALL.flatMap((letter): [string, string][] => [
    [`${letter}21`, `Disorder ${letter}`],
    [`${letter}219`, `Disorder ${letter}, unspecified`],
    [`${letter}21A1`, `Disorder ${letter}, rare`],
  ]);
  return [...rows, ...more].map(([code, name], index) => line(index + 1, code, name)).join("\n");
}

async function upload(content: string | Buffer, release: string) {
  const bytes = Buffer.from(content);
  const actor = cast.admin.actor;
  const { id } = await startEdition(actor, { format: "ORDER_FILE", release, fileBytes: bytes.length });
  for (let at = 0, number = 1; at < bytes.length; at += PART_BYTES, number++)
    await storePart(actor, { id, number, content: bytes.subarray(at, at + PART_BYTES).toString("base64") });
  await confirmUpload(actor, id);
  return id;
}

const edition = (id: string) => db.diagnosisEdition.findUniqueOrThrow({ where: { id } });

const activeId = async () => (await db.diagnosisEdition.findFirstOrThrow({ where: { isActive: true } })).id;

describe("a complete edition", () => {
  beforeEach(async () => {
    if ((await activeId()) !== builtInId) await activateEdition(cast.admin.actor, builtInId);
  });

  it("is loaded in the background, is searched from then on, and gives way to the former one again", async () => {
    const many = Array.from({ length: 2_500 }, (_, n): [string, string] => [
      `S${72 + (n % 20)}${Math.floor(n / 20)
        .toString(36)
        .toUpperCase()
        .padStart(3, "0")}A`,
      `Fracture of femur, variant ${n}, initial encounter for closed fracture`,
    ]);
    const id = await upload(orderFile(many), "2026");
    expect(await edition(id)).toMatchObject({ status: "LOADING", isActive: false });
    expect(await activeId()).toBe(builtInId);
    await loadUploadedEdition(id);
    expect(await edition(id)).toMatchObject({ status: "READY", isActive: true, codeCount: 2_575, fault: null });
    expect(await db.diagnosisFilePart.count()).toBe(0);
    // The official description is kept, and everyday words lead to it.
    expect((await search("heart attack"))[0]).toMatchObject({
      system: "ICD-10-CM",
      version: "2026",
      code: "I21",
      name: "Disorder I",
      isHeading: true,
    });
    expect(await codes("heart attack")).toEqual(["I21", "I21.9", "I21.A1"]);
    expect(await codes("i21a")).toEqual(["I21.A1"]);
    expect(await codes("bicycle")).toEqual([]);
    expect(await codes("fractre femur")).toHaveLength(12);

    const first = await activateEdition(cast.admin.actor, builtInId);
    expect(first.isActive).toBe(true);
    expect((await search("heart attack"))[0]).toMatchObject({ system: "ICD-10", name: "Heart attack" });
    await removeEdition(cast.admin.actor, id);
    expect(await db.diagnosisCode.count({ where: { editionId: id } })).toBe(0);
  });

  it.each([
    ["cut short", orderFile().slice(0, 1_000), /isn't complete: there are no codes that begin with E, F/],
    ["a code twice", orderFile([["Z219", "Again"]]), /Z21\.9 is in the file twice/],
    ["another file", "name,code\n", /Line 1: this isn't a line/],
    ["not text", Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe]), /isn't text in UTF-8/],
    ["with a NUL", `${orderFile()}\0`, /isn't text in UTF-8/],
  ])("that is broken (%s) says why and changes nothing", async (_, content, fault) => {
    const id = await upload(content, "broken");
    await loadUploadedEdition(id);
    expect(await edition(id)).toMatchObject({ status: "FAILED", codeCount: 0, fault: expect.stringMatching(fault) });
    expect(await activeId()).toBe(builtInId);
    expect(await db.diagnosisCode.count({ where: { editionId: id } })).toBe(0);
    expect(await db.diagnosisFilePart.count()).toBe(0);
    await removeEdition(cast.admin.actor, id);
  });

  it("whose worker died is loaded anew by another, and by one of two at once", async () => {
    const id = await upload(orderFile(), "orphan");
    await db.diagnosisCode.createMany({ data: [{ editionId: id, code: "A00", name: "Left behind" }] });
    await db.diagnosisEdition.update({ where: { id }, data: { claimedAt: new Date(), claimedBy: id } });
    await loadUploadedEditions();
    expect((await edition(id)).status).toBe("LOADING");
    await db.diagnosisEdition.update({ where: { id }, data: { claimedAt: new Date(Date.now() - 61_000) } });
    await Promise.all([loadUploadedEditions(), loadUploadedEditions()]);
    expect(await edition(id)).toMatchObject({ status: "READY", isActive: true, codeCount: 75 });
    expect(await db.diagnosisCode.count({ where: { editionId: id } })).toBe(75);
    await activateEdition(cast.admin.actor, builtInId);
    await removeEdition(cast.admin.actor, id);
  });

  it("that is stopped while it loads leaves nothing", async () => {
    const id = await upload(orderFile(), "stopped");
    const loading = loadUploadedEdition(id);
    await removeEdition(cast.admin.actor, id).catch(() => undefined);
    await loading.catch(() => undefined);
    const left = await db.diagnosisEdition.count({ where: { id } });
    expect(await db.diagnosisCode.count({ where: { editionId: id } })).toBe(left === 0 ? 0 : 75);
  });

  it("needs all its parts, in their sizes, once", async () => {
    const { actor } = cast.admin;
    const input = { format: "CLAML", release: "parts", fileBytes: PART_BYTES + 2 } as const;
    const { id } = await startEdition(actor, input);
    await expect(startEdition(actor, input)).rejects.toMatchObject({ code: "already-exists" });
    const part = (number: number, size: number) =>
      storePart(actor, { id, number, content: Buffer.alloc(size, "a").toString("base64") });
    await expect(part(1, 2)).rejects.toMatchObject({ code: "invalid" });
    await expect(part(3, 1)).rejects.toMatchObject({ code: "invalid" });
    await part(2, 2);
    await part(2, 2);
    await expect(confirmUpload(actor, id)).rejects.toMatchObject({ code: "invalid-transition" });
    await part(1, PART_BYTES);
    await confirmUpload(actor, id);
    await expect(part(1, PART_BYTES)).rejects.toMatchObject({ code: "invalid-transition" });
    await removeEdition(actor, id);
  });

  it("whose upload was forgotten is given up after a day", async () => {
    const { id } = await startEdition(cast.admin.actor, { format: "CLAML", release: "forgotten", fileBytes: 1 });
    await discardForgottenUploads();
    expect((await edition(id)).status).toBe("UPLOADING");
    await discardForgottenUploads(new Date(Date.now() + 25 * 3_600_000));
    expect((await edition(id)).status).toBe("FAILED");
  });

  it("is the administrators' alone; the active and the built-in one can't be removed", async () => {
    for (const { actor } of [cast.patient, cast.doctor, cast.manager]) {
      await expect(listEditions(actor)).rejects.toMatchObject({ code: "not-found" });
      await expect(activateEdition(actor, builtInId)).rejects.toMatchObject({ code: "not-found" });
      await expect(removeEdition(actor, builtInId)).rejects.toMatchObject({ code: "not-found" });
      await expect(startEdition(actor, { format: "CLAML", release: "x", fileBytes: 1 })).rejects.toMatchObject({
        code: "not-found",
      });
    }
    await expect(removeEdition(cast.admin.actor, builtInId)).rejects.toMatchObject({ code: "invalid-transition" });
    await expect(activateEdition(cast.admin.actor, cast.hospital.id)).rejects.toMatchObject({ code: "not-found" });
  });
});
