import { beforeAll, describe, expect, it } from "vitest";
import { rememberChoice } from "@/lib/domain/codes/internal/remember-choice";
import { searchDiagnoses } from "@/lib/domain/codes/search-diagnoses";
import { db } from "@/lib/platform/db/db";
import { createCast, newDoctor } from "../support/actors";

type Cast = Awaited<ReturnType<typeof createCast>>;
let cast: Cast;
let builtInId: string;
beforeAll(async () => {
  cast = await createCast();
  builtInId = (await db.diagnosisEdition.findFirstOrThrow({ where: { isBuiltIn: true } })).id;
});

const search = (q: string, by = cast.doctor.actor, limit = 12) => searchDiagnoses(by, { q, limit });
const codes = async (q: string, by = cast.doctor.actor) => (await search(q, by)).map(({ code }) => code);

describe("searching for a diagnosis", () => {
  it.each([
    ["heart attack", "I21"],
    ["I21", "I21"],
    ["i21.9", "I21.9"],
    ["I219", "I21.9"],
    ["diabetis", "E11"],
    ["high blood pressure", "I10"],
    ["pressure high blood", "I10"],
    ["hyperten", "I10"],
    ["broken wrist", "S52.5"],
    ["stomach flu", "A09"],
    ["pneumonia", "J18"],
    ["pnuemonia", "J12"],
    ["haemorroids", "K64"],
    ["Sjogren", "M35.0"],
    ["long covid", "U09"],
    ["cancer of the breast", "C50"],
    ["MI", "I21"],
  ])("%s finds %s among the first three", async (words, code) => {
    expect((await codes(words)).slice(0, 3)).toContain(code);
  });

  it("ranks the code as typed, then its subdivisions; the name before synonyms", async () => {
    expect((await codes("i21")).slice(0, 3)).toEqual(["I21", "I21.4", "I21.9"]);
    expect((await codes("heart attack"))[0]).toBe("I21");
    const gout = await codes("gout");
    expect(gout[0]).toBe("M10");
  });

  it("answers with all that a diagnosis stores, and with nothing where nothing is meant", async () => {
    expect((await search("heart attack"))[0]).toEqual({
      system: "ICD-10",
      version: "2019",
      code: "I21",
      name: "Heart attack",
      isHeading: false,
      isRecent: false,
    });
    expect(await search("heart", cast.doctor.actor, 3)).toHaveLength(3);
    for (const words of ["a", "-", "of the", "xqzwvk", "'; DROP TABLE", "a & | ! :* <->"])
      expect(await codes(words)).toEqual([]);
  });

  it("puts the doctor's own codes first, the last one before the others, and only for them", async () => {
    const doctor = await newDoctor();
    expect(await codes("", doctor.actor)).toEqual([]);
    await rememberChoice(doctor.actor, { system: "ICD-10", code: "I50" });
    await rememberChoice(doctor.actor, { system: "ICD-10", code: "I25.2" });
    await rememberChoice(doctor.actor, { system: "ICD-10-CM", code: "I10" });
    expect(await codes("", doctor.actor)).toEqual(["I25.2", "I50"]);
    expect((await codes("heart", doctor.actor)).slice(0, 2)).toEqual(["I25.2", "I50"]);
    expect((await search("heart", doctor.actor)).map(({ isRecent }) => isRecent).slice(0, 3)).toEqual([
      true,
      true,
      false,
    ]);
    expect((await codes("I21", doctor.actor))[0]).toBe("I21");
    expect(new Set(await codes("heart", doctor.actor)).size).toBe(12);
    expect(await codes("", cast.doctor.actor)).toEqual([]);
  });

  it("is for doctors", async () => {
    for (const { actor } of [cast.patient, cast.manager, cast.admin])
      await expect(search("heart", actor)).rejects.toMatchObject({ code: "not-found" });
    await expect(rememberChoice(cast.patient.actor, { system: "ICD-10", code: "I21" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("the database refuses", () => {
  const refused = /can't be|violates|codes are added|permission denied|cannot go|keeps its name|one_is_active|Unique/i;
  it.each([
    [
      "codes in a finished edition",
      () => db.diagnosisCode.createMany({ data: [{ editionId: builtInId, code: "A98", name: "X" }] }),
    ],
    ["a changed name", () => db.diagnosisCode.updateMany({ where: { code: "I21" }, data: { name: "X" } })],
    [
      "a second active edition",
      () =>
        db.diagnosisEdition.create({
          data: { system: "ICD-10", release: "second", status: "READY", isActive: true },
        }),
    ],
    [
      "an active edition that isn't loaded",
      () => db.diagnosisEdition.create({ data: { system: "ICD-10", release: "third", isActive: true } }),
    ],
    ["a step back", () => db.diagnosisEdition.update({ where: { id: builtInId }, data: { status: "LOADING" } })],
    ["another release", () => db.diagnosisEdition.update({ where: { id: builtInId }, data: { release: "2020" } })],
  ])("%s", async (_, attempt) => {
    await expect(attempt()).rejects.toThrow(refused);
  });
});
