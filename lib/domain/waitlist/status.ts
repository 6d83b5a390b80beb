import type { LifeCycle } from "@/lib/platform/life-cycle/life-cycle";

/** The life of an entry (docs/domain.md §3). OFFERED: a time is open to this person alone at the moment. */
export const WAITLIST_STATUSES = ["WAITING", "OFFERED", "FULFILLED", "LEFT", "EXPIRED"] as const;
export type WaitlistStatus = (typeof WAITLIST_STATUSES)[number];

/** The life of an offer. WITHDRAWN: the time, the doctor or the entry is gone. */
export const OFFER_STATUSES = ["OPEN", "ACCEPTED", "DECLINED", "LAPSED", "WITHDRAWN"] as const;
export type OfferStatus = (typeof OFFER_STATUSES)[number];

export type WaitlistRole = "patient" | "system";

/** The entry follows its offers; by name a patient only leaves. */
export const WAITLIST_LIFE_CYCLE: LifeCycle<{
  state: WaitlistStatus;
  requestable: "LEFT";
  role: WaitlistRole;
  condition: never;
  stamp: "endedAt";
}> = {
  states: WAITLIST_STATUSES,
  requestable: ["LEFT"],
  steps: {
    WAITING: { OFFERED: { system: [] }, LEFT: { patient: [] }, EXPIRED: { system: [] } },
    OFFERED: {
      WAITING: { patient: [], system: [] },
      FULFILLED: { patient: [] },
      LEFT: { patient: [] },
      EXPIRED: { system: [] },
    },
  },
  stamps: { FULFILLED: "endedAt", LEFT: "endedAt", EXPIRED: "endedAt" },
};

/** An offer is answered while it is `open`; then its time is over. */
export const OFFER_LIFE_CYCLE: LifeCycle<{
  state: OfferStatus;
  requestable: "ACCEPTED" | "DECLINED";
  role: WaitlistRole;
  condition: "open";
  stamp: "endedAt";
}> = {
  states: OFFER_STATUSES,
  requestable: ["ACCEPTED", "DECLINED"],
  steps: {
    OPEN: {
      ACCEPTED: { patient: ["open"] },
      DECLINED: { patient: [] },
      LAPSED: { system: [] },
      WITHDRAWN: { patient: [], system: [] },
    },
  },
  stamps: { ACCEPTED: "endedAt", DECLINED: "endedAt", LAPSED: "endedAt", WITHDRAWN: "endedAt" },
};

/** The entries that wait: for a time, or for an answer. */
export const LIVE_STATUSES = ["WAITING", "OFFERED"] as const satisfies WaitlistStatus[];
