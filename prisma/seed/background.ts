import type { Prisma } from "@/lib/platform/db/db";
import type { DemoPatient } from "./accounts";
import type { World } from "./world";

/** What one account keeps about its patient. */
export type SeedBackground = {
  userId: string;
  allergies: Prisma.AllergyCreateManyInput[];
  noneKnown: Prisma.NoKnownAllergiesCreateManyInput[];
  conditions: Prisma.ConditionCreateManyInput[];
};

const DAY = 86_400_000;
/** So many of the demo's patients have said something; of the others nothing is recorded. */
const ASKED = 60;

const SOME = [
  { substance: "Latex", category: "OTHER", criticality: "LOW", reaction: "Itching" },
  { substance: "Peanuts", category: "FOOD", criticality: "HIGH", reaction: "Swelling of the lips" },
  { substance: "Birch pollen", category: "ENVIRONMENT", criticality: "LOW", reaction: "Hay fever" },
] as const;

/** Creates allergies and conditions for the demo's patient, and some for others. */
export function makeBackgrounds({ now }: World, patients: readonly DemoPatient[]): SeedBackground[] {
  return patients.slice(0, ASKED).map(({ id: patientId, userId }, index) => {
    const at = new Date(now.getTime() - (20 + index) * DAY);
    const stamp = { patientId, recordedAs: "PATIENT", changedAs: "PATIENT", recordedAt: at, changedAt: at } as const;
    const own = { ...stamp, recordedById: userId, changedById: userId };
    if (index === 0) {
      return {
        userId,
        allergies: [
          {
            ...own,
            substance: "Penicillin",
            category: "MEDICATION",
            criticality: "HIGH",
            reaction: "Rash and swelling",
          },
          { ...own, substance: "Strawberries", category: "FOOD", criticality: "LOW", status: "INACTIVE" },
        ],
        noneKnown: [],
        conditions: [
          { ...own, name: "High blood pressure", onset: "2021-03" },
          { ...own, name: "Hay fever", onset: "2015" },
        ],
      };
    }
    const allergy = SOME[index % 8];
    return {
      userId,
      allergies: allergy ? [{ ...own, ...allergy }] : [],
      noneKnown: allergy ? [] : [{ patientId, statedById: userId, statedAs: "PATIENT", statedAt: at }],
      conditions: index % 4 === 0 ? [{ ...own, name: "Asthma", onset: "2010" }] : [],
    };
  });
}
