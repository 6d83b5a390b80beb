import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { doneText, whyText } from "./format";
import { OPERATION_WORDS } from "./format/operation-words";
import { CLINICAL, OPERATIONS } from "./status";

it("has a sentence for every action that is recorded of a hospital's things", () => {
  const files = readdirSync("lib/domain", { recursive: true, encoding: "utf8" }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  const recorded = files.flatMap((file) =>
    Array.from(
      readFileSync(`lib/domain/${file}`, "utf8").matchAll(/action: "([a-z-]+\.[a-z-]+)"/g),
      ([, action = ""]) => action,
    ),
  );
  const subjects: string[] = Object.values(OPERATIONS).flat();
  const concerned = recorded.filter((action) => subjects.includes(action.split(".")[0] ?? ""));
  expect(concerned.length).toBeGreaterThan(30);
  expect([...new Set(concerned)].filter((action) => !(action in OPERATION_WORDS))).toEqual([]);
});

it("says what was done with every kind of clinical data, and of a folded line", () => {
  expect(CLINICAL.map((noun) => doneText(`${noun}.read`)).filter((text) => text.includes("the record"))).toEqual([]);
  expect([doneText("encounter.list"), doneText("allergy.add"), doneText(null), doneText("x.y")]).toEqual([
    "opened the list of notes",
    "added an allergy",
    "opened the record",
    "used the record",
  ]);
});

it("says why, to the patient, to those who act for them and to the doctor", () => {
  const why = (...of: [Parameters<typeof whyText>[0], boolean, Parameters<typeof whyText>[2]]) => whyText(...of, "Ida");
  expect([
    why("TREATMENT", false, "self"),
    why("TREATMENT", false, "proxy"),
    why("TREATMENT", false, "doctor"),
  ]).toEqual(["treating you", "treating Ida", "treating the patient"]);
  expect([why("PATIENT_REQUEST", true, "self"), why("PATIENT_REQUEST", false, "doctor")]).toEqual([
    "your own record",
    "their own record",
  ]);
  expect([
    why("PROXY", false, "self"),
    why("SHARED", false, "self"),
    why("EMERGENCY", false, "self"),
    why(null, false, "self"),
  ]).toEqual([
    "acting for you",
    "because you shared your record with them",
    "in an emergency",
    "no purpose was recorded at the time",
  ]);
});
