import { searchWords } from "@/lib/platform/text/fold";
import { DRUG_CLASSES } from "./rules/drug-classes";

/** Why a medicine is warned about: it is the substance, of the same class, or of one in which a reaction is possible. */
export type AllergyMatch = {
  id: string;
  substance: string;
  kind: "same" | "class" | "related";
  /** What the medicine is ("a penicillin"), where the class is the reason. */
  drugIs: string | null;
};

/** What allergies and medicines have in common without being alike: salts, forms, strengths. */
const COMMON = new Set(
  (
    "acid acetate allergy and anhydrous besilate bromide calcium capsule capsules chloride citrate cream drops extract for forte fumarate gel " +
    "hydrochloride hydrogen injection iron liquid magnesium maleate mesilate mite mononitrate nitrate ointment oil oral phosphate plus potassium " +
    "powder retard salt sodium solution spray succinate sulfate sulphate suspension syrup tablet tablets tartrate the vitamin with zinc"
  ).split(" "),
);

/**
 * Returns the allergies that a medicine, in the doctor's words, may set off, the closest first. Words are compared folded,
 * without plurals; of an allergy to "Penicillin V", "penicillin" is enough.
 */
export function findAllergyMatches(
  drug: string,
  allergies: readonly { id: string; substance: string }[],
): AllergyMatch[] {
  const words = wordsOf(drug);
  const found = allergies.flatMap(({ id, substance }) => {
    const match = matchOf(words, wordsOf(substance));
    return match ? [{ id, substance, ...match }] : [];
  });
  const order = ["same", "class", "related"];
  return found.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function matchOf(drug: string[], substance: string[]): Pick<AllergyMatch, "kind" | "drugIs"> | null {
  const telling = (words: string[]) => words.filter((word) => word.length > 2 && !COMMON.has(word) && !/\d/.test(word));
  const [ofDrug, ofSubstance] = [telling(drug), telling(substance)];
  const isSame = drug.length > 0 && drug.join(" ") === substance.join(" ");
  if (isSame || ofDrug.some((word) => ofSubstance.includes(word))) return { kind: "same", drugIs: null };
  const [drugIn, substanceIn] = [classesOf(ofDrug), classesOf(ofSubstance)];
  const shared = drugIn.find(([name]) => substanceIn.some(([other]) => other === name));
  if (shared) return { kind: "class", drugIs: shared[1].one };
  const related = drugIn.find(([, { related = [] }]) => substanceIn.some(([other]) => related.includes(other)));
  return related ? { kind: "related", drugIs: related[1].one } : null;
}

const classesOf = (words: string[]) =>
  Object.entries(DRUG_CLASSES).filter(([, { words: members }]) => words.some((word) => members.test(word)));

/** Folded words, each joined one also in its parts, without the plural of longer ones. */
function wordsOf(text: string): string[] {
  return searchWordsApart(text).map((word) => (word.length > 4 ? word.replace(/s$/, "") : word));
}

function searchWordsApart(text: string): string[] {
  const joined = searchWords(text).split(" ");
  const apart = searchWords(text.replace(/[-/+,;()]/g, " ")).split(" ");
  return [...new Set([...joined, ...apart])].filter((word) => word !== "");
}
