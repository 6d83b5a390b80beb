import type { Comparison } from "@/lib/domain/merges/schema";
import type { MergeField, Obstacle } from "@/lib/domain/merges/status";

/** One of the two ways to merge a pair: which record survives, and what it may take over. */
type MergeWay = {
  survivorId: string;
  obstacle: Obstacle | null;
  takeable: MergeField[];
  /** The values taken over unless someone chooses. */
  suggested: MergeField[];
};

/** Two records side by side, with what the page suggests. */
export type ComparisonView = Pick<Comparison, "id" | "isSetAside" | "records" | "overlaps" | "timeZone"> & {
  ways: MergeWay[];
  /** Which record survives unless someone chooses. */
  survivorId: string;
};
