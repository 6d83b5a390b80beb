import { expect, it } from "vitest";
import { allergyText, authorText, conditionText, warningOf } from "./format";

it("says what an allergy is and does", () => {
  expect(allergyText({ category: "MEDICATION", criticality: "HIGH", reaction: "Rash" })).toBe(
    "Medicine, high risk. Rash",
  );
  expect(allergyText({ category: "FOOD", criticality: "UNKNOWN", reaction: "" })).toBe("Food");
});

it("says since when a condition is there, as exactly as it is known", () => {
  const texts = ["2019", "2019-05", "2019-05-17", null].map((onset) =>
    conditionText({ name: "Asthma", onset, diagnosis: null }),
  );
  expect(texts).toEqual(["Since 2019", "Since May 2019", "Since 17 May 2019", ""]);
  const diagnosis = { system: "ICD-10", version: "2019", code: "J45", name: "Asthma" };
  expect(conditionText({ name: "Asthma", onset: "2019", diagnosis })).toBe("Since 2019 · J45");
  expect(conditionText({ name: "My asthma", onset: null, diagnosis })).toBe("J45 Asthma");
});

it("names who recorded something, but to no doctor who acts for the patient", () => {
  expect(authorText({ as: "PATIENT", name: "Ada Vale", isYou: true })).toBe("you");
  expect(authorText({ as: "DOCTOR", name: "Dr Ada Vale", isYou: false })).toBe("Dr Ada Vale");
  expect(authorText({ as: "PATIENT", name: null, isYou: false })).toBe("the patient or their family");
});

it("says what a medicine is warned about: what is likely in one, else what is possible", () => {
  const warn = (drug: string, ...substances: string[]) =>
    warningOf(
      drug,
      substances.map((substance) => ({ id: substance, substance })),
    );
  expect(warn("Penicillin V", "Penicillin")).toEqual({
    isLikely: true,
    title: "Recorded allergy: Penicillin",
    text: "",
  });
  expect(warn("Amoxicillin ", "Cefalexin", "Penicillin", "Ampicillin")).toEqual({
    isLikely: true,
    title: "Recorded allergies: Penicillin and Ampicillin",
    text: "Amoxicillin is a penicillin.",
  });
  expect(warn("Cefalexin", "Penicillin")).toEqual({
    isLikely: false,
    title: "Recorded allergy: Penicillin",
    text: "Cefalexin is a cephalosporin: a reaction is possible.",
  });
  expect(warn("Paracetamol", "Penicillin")).toBeNull();
});
