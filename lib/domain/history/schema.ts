import { z } from "zod";
import { instant } from "@/lib/platform/input/text";

/** In which capacity someone did something, recorded at the time. */
export type Capacity = "patient" | "doctor" | "staff" | "administrator" | "caller" | "system";

/** One action from the audit trail. */
export type TrailEntry = {
  action: string;
  at: Date;
  /** Null for entries from before capacities were recorded. */
  as: Capacity | null;
  via: "session" | "token" | "link" | "system";
  userId: string | null;
  userName: string | null;
  /** The hospital concerned at the time: the one asked, or whose staff did it. */
  hospitalId: string | null;
  /** The value before and after, in codes or instants. */
  from: string | null;
  to: string | null;
};

/** Who reads a history: the practice sees names of staff, patients see only the front desk. */
export type HistoryReader = { side: "patient" | "practice"; userId: string | null };

/** A history for integrators. */
export const historyOutput = z.object({
  items: z.array(
    z.object({
      at: instant,
      what: z.string().meta({ description: "What happened, in plain words." }),
      by: z
        .string()
        .nullable()
        .meta({ description: "Who did it and how, as far as you may know. Null if it wasn't recorded." }),
      where: z.string().nullable().meta({ description: "For a stay: the bed." }),
      moved: z
        .object({ from: instant, to: instant })
        .nullable()
        .meta({ description: "For a rescheduled appointment." }),
    }),
  ),
});

/** One line of a history on a screen. */
export type HistoryItem = {
  at: string;
  what: string;
  by: string | null;
  moved?: { from: string; to: string } | undefined;
};

/** Returns the wire format of a history, oldest first. */
export function toHistoryOutput(items: (HistoryItem & { where?: string | null })[]): z.output<typeof historyOutput> {
  return { items: items.map(({ at, what, by, where = null, moved = null }) => ({ at, what, by, where, moved })) };
}
