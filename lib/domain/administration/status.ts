/** Verification of doctors and hospitals: who is listed and who is not. */
export type Verification = "PENDING" | "VERIFIED" | "REJECTED" | "SUSPENDED";
export type Decision = "verify" | "reject" | "suspend";

export const DECISIONS: Record<Decision, { from: readonly Verification[]; to: Verification; needsReason: boolean }> = {
  verify: { from: ["PENDING", "REJECTED", "SUSPENDED"], to: "VERIFIED", needsReason: false },
  reject: { from: ["PENDING"], to: "REJECTED", needsReason: true },
  suspend: { from: ["VERIFIED"], to: "SUSPENDED", needsReason: true },
};

/** Returns the possible decisions in this state, the most favourable first. */
export function decisionsFrom(state: Verification): Decision[] {
  return (Object.keys(DECISIONS) as Decision[]).filter((decision) => DECISIONS[decision].from.includes(state));
}
