import { MERGE_FIELDS, type MergeField } from "./status";

type Facts = { name: string; bornOn: string | null; phone: string | null; holder: "OWN" | "OTHERS" | "NONE" };

/**
 * Tells whether the surviving record may take over a field. Where an account stands behind it, the name is what that says,
 * and so is the date of birth, which decides when someone is of age; only a missing one is filled in. No value is emptied.
 */
export function canTake(field: MergeField, survivor: Facts, source: Facts): boolean {
  if (source[field] === null || source[field] === survivor[field]) return false;
  if (survivor.holder === "NONE") return true;
  return field === "phone" || (field === "bornOn" && survivor.bornOn === null);
}

/** The values taken over unless someone chooses: those the surviving record lacks. */
export function suggestedFields(survivor: Facts, source: Facts): MergeField[] {
  return MERGE_FIELDS.filter((field) => survivor[field] === null && canTake(field, survivor, source));
}

/** The record that survives unless someone chooses: the one with an account of its own, with others', else the older. */
export function suggestedSurvivor<T extends Facts & { id: string; createdAt: string }>([one, other]: readonly [
  T,
  T,
]): T {
  const rank = { OWN: 0, OTHERS: 1, NONE: 2 } as const;
  if (one.holder !== other.holder) return rank[one.holder] < rank[other.holder] ? one : other;
  return one.createdAt <= other.createdAt ? one : other;
}
