import type { LifeCycle } from "@/lib/platform/life-cycle/life-cycle";

export const MESSAGE_CHANNELS = ["EMAIL", "PUSH", "SMS", "IN_APP"] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/** The channels with a provider outside; a notice in the portal is there as soon as it is written. */
export const SENT_CHANNELS = ["EMAIL", "PUSH", "SMS"] as const satisfies MessageChannel[];
export type SentChannel = (typeof SENT_CHANNELS)[number];

export const MESSAGE_STATES = ["DUE", "SENDING", "SENT", "FAILED", "GIVEN_UP", "CANCELLED"] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/**
 * How a message goes out. A worker claims it before it hands it over, and says afterwards what became of it; one whose
 * worker died has failed. Back from SENDING to DUE: it has to wait, as during quiet hours. What was given up may be sent again.
 */
export const MESSAGE_LIFE_CYCLE: LifeCycle<{
  state: MessageState;
  requestable: "DUE";
  role: "system" | "staff" | "administrator";
  condition: "content";
  stamp: "endedAt";
}> = {
  states: MESSAGE_STATES,
  requestable: ["DUE"],
  steps: {
    DUE: { SENDING: { system: [] }, CANCELLED: { system: [] } },
    SENDING: {
      DUE: { system: [] },
      SENT: { system: [] },
      FAILED: { system: [] },
      GIVEN_UP: { system: [] },
      CANCELLED: { system: [] },
    },
    FAILED: { SENDING: { system: [] }, CANCELLED: { system: [] } },
    GIVEN_UP: { DUE: { staff: ["content"], administrator: ["content"] } },
  },
  stamps: { SENT: "endedAt", GIVEN_UP: "endedAt", CANCELLED: "endedAt" },
};
