import type { StayCard } from "@/lib/domain/beds/output";

/** One event of a stay. */
export type StayEvent = { at: string; what: string; where: string | null; by: string | null };
export type { StayCard };
