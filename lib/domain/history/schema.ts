/** In which capacity somebody did something: written down at the time, whatever they are today. */
export type Capacity = "patient" | "doctor" | "staff" | "administrator" | "caller" | "system";

/** One thing that somebody did, from the audit trail. */
export type TrailEntry = {
  action: string;
  at: Date;
  /** Null for what was written before capacities were. */
  as: Capacity | null;
  via: "session" | "token" | "system";
  userId: string | null;
  userName: string | null;
  /** What it was before and is now, in codes or instants. */
  from: string | null;
  to: string | null;
};

/** Who reads a history: the practice's own people see names of staff, patients see that it was the front desk. */
export type HistoryReader = { side: "patient" | "practice"; userId: string | null };

/** One line of a history as a screen shows it. */
export type HistoryItem = { at: string; what: string; by: string | null; moved?: { from: string; to: string } | undefined };
