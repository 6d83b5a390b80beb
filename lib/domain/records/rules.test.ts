import { AMOXICILLIN } from "@/tests/support/medicines";
import { describe, expect, it } from "vitest";
import { doseText, drugText, vitalText } from "./format";
import { bodyMassIndex, inFirstUnit, inUnit, isPressurePossible, judgeVital } from "./rules";
import { encounterParts } from "./schema";
import { VITALS, VITAL_KINDS, type VitalUnit } from "./status";

describe("a measurement", () => {
  it("is possible, unlikely or impossible, each in its own unit", () => {
    expect(judgeVital({ kind: "TEMPERATURE", value: 37.2, unit: "°C" })).toBe("usual");
    expect(judgeVital({ kind: "TEMPERATURE", value: 98.6, unit: "°F" })).toBe("usual");
    expect(judgeVital({ kind: "TEMPERATURE", value: 98.6, unit: "°C" })).toBe("impossible");
    expect(judgeVital({ kind: "TEMPERATURE", value: 42, unit: "°C" })).toBe("unlikely");
    expect(judgeVital({ kind: "PULSE", value: 72, unit: "mmHg" })).toBe("impossible");
  });

  it("has limits that contain what is usual, the same in every unit", () => {
    for (const kind of VITAL_KINDS) {
      const units: readonly VitalUnit[] = VITALS[kind];
      for (const { unit, possible, usual } of units) {
        expect(possible[0]).toBeLessThanOrEqual(usual[0]);
        expect(possible[1]).toBeGreaterThanOrEqual(usual[1]);
        for (const end of [0, 1] as const) {
          const first = units[0]?.possible[end] ?? 0;
          expect(Math.abs(inFirstUnit({ kind, value: possible[end], unit }) - first)).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  it("converts to the unit of plots", () => {
    expect(inFirstUnit({ kind: "TEMPERATURE", value: 98.6, unit: "°F" })).toBe(37);
    expect(inFirstUnit({ kind: "WEIGHT", value: 176, unit: "lb" })).toBe(79.8);
    expect(inFirstUnit({ kind: "GLUCOSE", value: 126, unit: "mg/dL" })).toBe(7);
  });

  it("converts to the unit of another measurement, as exact as that is written", () => {
    expect(inUnit({ kind: "TEMPERATURE", value: 37, unit: "°C" }, "°F")).toBe(98.6);
    expect(inUnit({ kind: "WEIGHT", value: 79.8, unit: "kg" }, "lb")).toBe(175.9);
    expect(inUnit({ kind: "HEIGHT", value: 175, unit: "cm" }, "in")).toBe(68.9);
    expect(inUnit({ kind: "GLUCOSE", value: 7, unit: "mmol/L" }, "mg/dL")).toBe(126);
    expect(inUnit({ kind: "WEIGHT", value: 70.13, unit: "kg" }, "kg")).toBe(70.13);
  });

  it("gives the body mass index, from any units", () => {
    const weight = { kind: "WEIGHT", value: 70, unit: "kg" } as const;
    expect(bodyMassIndex([weight])).toBeNull();
    expect(bodyMassIndex([weight, { kind: "HEIGHT", value: 175, unit: "cm" }])).toBe(22.9);
    expect(bodyMassIndex([weight, { kind: "HEIGHT", value: 68.9, unit: "in" }])).toBe(22.9);
  });

  it("is written with its unit", () => {
    expect(vitalText({ kind: "SYSTOLIC", value: 128, unit: "mmHg" })).toBe("128 mmHg");
    expect(vitalText({ kind: "OXYGEN", value: 97, unit: "%" })).toBe("97%");
    expect(vitalText({ kind: "PAIN", value: 3, unit: "of 10" })).toBe("3 of 10");
  });
});

describe("what belongs to a note", () => {
  const none = { vitals: [], diagnoses: [], prescriptions: [] };
  const asthma = { system: "ICD-10", version: "2019", code: "J45", name: "Asthma" };

  it("has each measurement and each diagnosis once, and a lower blood pressure below the upper one", () => {
    const pulse = { kind: "PULSE", value: 70, unit: "per min" };
    expect(encounterParts.safeParse({ ...none, vitals: [pulse, pulse] }).success).toBe(false);
    expect(encounterParts.safeParse({ ...none, diagnoses: [asthma, asthma] }).success).toBe(false);
    expect(encounterParts.safeParse({ ...none, diagnoses: [asthma, { ...asthma, code: "J46" }] }).success).toBe(true);
    const pressure = (systolic: number, diastolic: number) => [
      { kind: "SYSTOLIC", value: systolic, unit: "mmHg" } as const,
      { kind: "DIASTOLIC", value: diastolic, unit: "mmHg" } as const,
    ];
    expect(isPressurePossible(pressure(120, 80))).toBe(true);
    expect(encounterParts.safeParse({ ...none, vitals: pressure(80, 120) }).success).toBe(false);
  });

  it("is as exact as it is stored", () => {
    const vitals = [{ kind: "WEIGHT", value: 70.126, unit: "kg" }];
    expect(encounterParts.parse({ ...none, vitals }).vitals).toEqual([{ kind: "WEIGHT", value: 70.13, unit: "kg" }]);
  });

  it("says what is wrong where it is wrong", () => {
    const hot = encounterParts.safeParse({ ...none, vitals: [{ kind: "TEMPERATURE", value: 82, unit: "°C" }] });
    expect(hot.error?.issues).toMatchObject([
      { path: ["vitals", 0, "value"], message: "Must be between 25 and 45 °C" },
    ]);
  });
});

describe("a prescription", () => {
  const one = { ...AMOXICILLIN, instructions: "" };

  it("reads as a doctor would say it", () => {
    expect(drugText(one)).toBe("Amoxicillin 500 mg, capsule");
    expect(doseText(one)).toBe("1 capsule, three times a day, by mouth, for 7 days");
    expect(doseText({ ...one, dose: "", days: null })).toBe("three times a day, by mouth");
  });
});
