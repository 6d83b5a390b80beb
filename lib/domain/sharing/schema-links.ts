import { z } from "zod";
import { cursor, limit } from "@/lib/platform/input/query";
import { ifGiven, instant, uuid } from "@/lib/platform/input/text";
import { MAX_VISITS } from "./rules";
import { DEVICE_KINDS, LINK_MINUTES, LINK_PARTS, LINK_STATES, MAX_DEVICES } from "./status";

const parts = z.array(z.enum(LINK_PARTS)).meta({
  description:
    "What it opens, besides the patient's name and date of birth. VISITS: the signed notes with their parts.",
});
const visitIds = z.array(uuid).meta({ description: "The visits whose notes it opens; empty: all, later ones too." });

/** What a link opens, for how long, and how often. */
export const makeLinkBody = z.strictObject({
  parts: parts.min(1, "Choose what the link opens").max(LINK_PARTS.length),
  visitIds: visitIds.max(MAX_VISITS, `Choose ${MAX_VISITS} visits at most`).default([]),
  minutes: z.literal(LINK_MINUTES).meta({ description: "How long it holds, from now on." }),
  maxDevices: z.int().min(1).max(MAX_DEVICES).default(1).meta({
    description: "How many browsers may open it. Each can load the page again until the link ends.",
  }),
  passcode: ifGiven(z.string().min(4, "Use 4 characters or more").max(100)),
});
export const makeLinkInput = makeLinkBody.extend({ patientId: uuid });

export const linkVisitsInput = z.strictObject({ patientId: uuid });
export const linkListQuery = z.strictObject({ limit, cursor: cursor.optional() });

/** What the link's address has in its fragment. */
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const linkTokenInput = z.strictObject({ token });
export const openLinkInput = linkTokenInput.extend({ passcode: z.string().max(200).optional() });

const opening = z.object({ device: z.enum(DEVICE_KINDS), openedAt: instant, lastReadAt: instant });
export type LinkOpening = z.infer<typeof opening>;

/** A link to parts of a record, now or formerly, as its patient's family reads it: never the link itself. */
export const linkOutput = z.object({
  id: uuid,
  patientId: uuid,
  parts,
  visitIds,
  state: z.enum(LINK_STATES).meta({
    description: "ENDED: by someone, by its time, or because who made it may no longer share the record.",
  }),
  expiresAt: instant,
  maxDevices: z.int(),
  hasPasscode: z.boolean(),
  madeBy: z.string(),
  madeByYou: z.boolean(),
  createdAt: instant,
  endedAt: instant.nullable().meta({ description: "When someone ended it, or its time was over." }),
  openings: z.array(opening).meta({ description: "The browsers that opened it, the first one first." }),
});
export type RecordLink = z.infer<typeof linkOutput>;

/** The answer to making one. */
export const newLinkOutput = linkOutput.extend({
  url: z.string().meta({ description: "The link, answered this once: only a hash of it is kept." }),
});
export type NewRecordLink = z.infer<typeof newLinkOutput>;

/** What a person with a link learns before opening it: nothing about the patient. */
export type LinkCover = Pick<RecordLink, "parts" | "state" | "expiresAt" | "hasPasscode"> & {
  /** Ended by someone, before its time. */
  wasRevoked: boolean;
  isForOneDevice: boolean;
  /** As many browsers have opened it as may. */
  isUsedUp: boolean;
  /** This browser has opened it: the page it leads to. */
  openHere: string | null;
};
