import { describe, expect, it } from "vitest";
import { SPECIALTIES } from "@/prisma/seed/specialties";
import { meaningOf, nearbySpecialties, wordsFor } from "./rules-words";

describe("everyday words for specialties", () => {
  it.each([
    ["heart", "cardiology"],
    ["GP", "general-practice"],
    ["family doctor", "general-practice"],
    ["kids", "paediatrics"],
    ["blood test", "general-practice"],
    ["knee pain", "orthopaedics"],
    ["Knee hurts", "orthopaedics"],
    ["my knees are sore", "orthopaedics"],
    ["skin rash", "dermatology"],
    ["eye doctor", "ophthalmology"],
    ["I can't sleep", "neurology"],
    ["women's health", "gynaecology"],
    ["men's health", "urology"],
    ["chest pain", "cardiology"],
    ["high blood pressure", "cardiology"],
    ["pins and needles", "neurology"],
    ["migrane", "neurology"],
    ["diabetis", "endocrinology"],
    ["allergies", "allergology"],
    ["children’s doctor", "paediatrics"],
    ["tummy ache", "gastroenterology"],
    ["ear infection", "ent"],
    ["asthma", "pulmonology"],
    ["kidney stones", "urology"],
    ["gout", "rheumatology"],
    ["cancer", "oncology"],
    ["dialysis", "nephrology"],
    ["x-ray", "orthopaedics"],
    ["vaccination", "general-practice"],
    ["PREGNANT", "gynaecology"],
    ["panic attacks", "psychiatry"],
  ])("%j lead to %s first", (typed, specialty) => expect(meaningOf(typed)?.specialties[0]).toBe(specialty));

  it.each([
    "Sonnwald",
    "Berlin",
    "Dr. Theodora Larkmoor",
    "",
    "%",
    "doctor",
    "pain",
    "李明",
    "a very good doctor please",
  ])("%j match no specialty: a name, a place or nothing", (typed) => {
    expect(meaningOf(typed)).toBeNull();
  });

  it("are ranked and limited", () => {
    expect(meaningOf("knee pain")?.specialties).toEqual(["orthopaedics", "rheumatology"]);
    expect(meaningOf("headache")?.specialties).toEqual(["neurology", "general-practice"]);
    expect(meaningOf("heart")?.specialties).toEqual(["cardiology"]);
  });

  it("keep the rest of what was typed", () => {
    expect(meaningOf("heart doctor in Berlin")).toEqual({
      specialties: ["cardiology"],
      rest: "berlin",
      used: "heart doctor",
    });
    expect(meaningOf("Larkmoor kids")).toMatchObject({ rest: "larkmoor", used: "kids" });
  });

  it("number several hundred, covering every specialty in the catalogue and no other", () => {
    const slugs = SPECIALTIES.map(({ slug }) => slug);
    expect(slugs.reduce((sum, slug) => sum + wordsFor(slug).length, 0)).toBeGreaterThan(800);
    for (const slug of slugs) {
      expect(wordsFor(slug).length, slug).toBeGreaterThan(10);
      for (const word of wordsFor(slug))
        expect(meaningOf(word)?.specialties.length, `${slug}: ${word}`).toBeGreaterThan(0);
      expect(nearbySpecialties(slug).filter((near) => !slugs.includes(near) || near === slug)).toEqual([]);
    }
    expect(meaningOf("heart")?.specialties.every((slug) => slugs.includes(slug))).toBe(true);
  });
});
