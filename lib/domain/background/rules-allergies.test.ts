import { describe, expect, it } from "vitest";
import { findAllergyMatches } from "./rules-allergies";

const kinds = (drug: string, ...substances: string[]) =>
  findAllergyMatches(
    drug,
    substances.map((substance) => ({ id: substance, substance })),
  ).map(({ substance, kind }) => [substance, kind]);
const kind = (drug: string, substance: string) => kinds(drug, substance)[0]?.[1] ?? null;

describe("a medicine and a recorded allergy", () => {
  it.each([
    ["Penicillin V", "penicillin"],
    ["penicillin", "Penicillin V"],
    ["IBUPROFEN 400 mg", "Ibuprofén"],
    ["Amoxicillin/clavulanic acid", "amoxicillin"],
    ["Co-amoxiclav", "co-amoxiclav"],
    ["Latex", "latex"],
  ])("%s is %s", (drug, substance) => {
    expect(kind(drug, substance)).toBe("same");
  });

  it.each([
    ["Amoxicillin", "Penicillin"],
    ["Amoxicilline", "Penicillins"],
    ["Flucloxacillin 500 mg", "penicillin"],
    ["Co-amoxiclav", "Penicillin"],
    ["Naproxen", "Aspirin"],
    ["Diclofenac", "NSAIDs"],
    ["Co-trimoxazole", "Sulfonamides"],
    ["Sulfasalazine", "sulfa"],
    ["Cefuroxime", "Cephalosporins"],
    ["Clarithromycin", "Erythromycin"],
    ["Doxycycline", "tetracyclines"],
    ["Ciprofloxacin", "Levofloxacin"],
    ["Simvastatin", "Atorvastatin"],
  ])("%s is of the class of %s", (drug, substance) => {
    expect(kind(drug, substance)).toBe("class");
  });

  it.each([
    ["Cefalexin", "Penicillin"],
    ["Amoxicillin", "Cefalexin"],
    ["Meropenem", "Penicillin"],
  ])("%s may set off an allergy to %s as well", (drug, substance) => {
    expect(kind(drug, substance)).toBe("related");
  });

  it.each([
    ["Paracetamol", "Ibuprofen"],
    ["Folic acid", "Acetylsalicylic acid"],
    ["Diclofenac sodium", "Sodium benzoate"],
    ["Vitamin D", "Vitamin B12"],
    ["Nystatin", "Statins"],
    ["Salbutamol", "Pollen"],
    ["Metformin 500 mg", "500"],
    ["", "Penicillin"],
    ["Amoxicillin", ""],
    ["", ""],
    ["Cetirizine", "Cephalosporins"],
    ["Macrogol", "Macrolides"],
    ["Gentamicin", "Erythromycin"],
  ])("%s is not %s", (drug, substance) => {
    expect(kind(drug, substance)).toBeNull();
  });

  it("comes with the closest allergy first, and says what the medicine is", () => {
    expect(kinds("Amoxicillin", "Cefalexin", "Penicillin", "Amoxicillin", "Peanuts")).toEqual([
      ["Amoxicillin", "same"],
      ["Penicillin", "class"],
      ["Cefalexin", "related"],
    ]);
    expect(findAllergyMatches("Amoxicillin", [{ id: "1", substance: "Penicillin" }])).toEqual([
      { id: "1", substance: "Penicillin", kind: "class", drugIs: "a penicillin" },
    ]);
  });
});
