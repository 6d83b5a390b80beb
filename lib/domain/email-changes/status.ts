import type { LifeCycle } from "@/lib/platform/life-cycle/life-cycle";

export const EMAIL_CHANGE_STATUSES = ["PENDING", "DONE", "WITHDRAWN", "EXPIRED"] as const;
export type EmailChangeStatus = (typeof EMAIL_CHANGE_STATUSES)[number];

/** How long the links hold. */
export const EMAIL_CHANGE_HOURS = 24;

/**
 * How an account gets another address: asked for by an administrator, done by the person who reads mail at the new one, stopped by
 * the administrators, by its owner once signed in, or by the person who reads mail at the old one.
 */
export const EMAIL_CHANGE_LIFE_CYCLE: LifeCycle<{
  state: EmailChangeStatus;
  requestable: "WITHDRAWN";
  role: "administrator" | "owner" | "new address" | "old address" | "system";
  condition: "in time" | "over time";
  stamp: "endedAt";
}> = {
  states: EMAIL_CHANGE_STATUSES,
  requestable: ["WITHDRAWN"],
  steps: {
    PENDING: {
      DONE: { "new address": ["in time"] },
      WITHDRAWN: { administrator: [], owner: [], "old address": [] },
      EXPIRED: { system: ["over time"] },
    },
  },
  stamps: { DONE: "endedAt", WITHDRAWN: "endedAt", EXPIRED: "endedAt" },
};
