import type { Audience } from "@/lib/actor/audience";
import type { EventDraft } from "@/lib/actor/record";
import type { Verification } from "./status";

const WORDS: Record<Verification, string> = {
  PENDING: "signed-up",
  VERIFIED: "verified",
  REJECTED: "rejected",
  SUSPENDED: "suspended",
};

/**
 * `doctor.verified`, `doctor.rejected`, `doctor.suspended`: for the doctor, the administrators and everyone viewing the
 * profile.
 */
export function doctorDecided(doctorId: string, to: Verification): EventDraft {
  return {
    type: `doctor.${WORDS[to]}`,
    aggregate: "doctor",
    aggregateId: doctorId,
    audience: [`doctor:${doctorId}`, `public-doctor:${doctorId}`, "admin"],
    refs: { doctorId },
    sinks: ["channels", "notifications"],
  };
}

/** The same for a hospital; its managers are notified individually. */
export function hospitalDecided(hospitalId: string, to: Verification, managerIds: string[]): EventDraft {
  const managers = managerIds.map((id): Audience => `user:${id}`);
  return {
    type: `hospital.${WORDS[to]}`,
    aggregate: "hospital",
    aggregateId: hospitalId,
    audience: [`hospital:${hospitalId}`, `public-hospital:${hospitalId}`, "admin", ...managers],
    refs: { hospitalId },
    sinks: ["channels", "notifications"],
  };
}
