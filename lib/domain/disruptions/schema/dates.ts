import type { z } from "zod";
import { daysBetween } from "@/lib/platform/time/local-date";
import { MAX_AWAY_DAYS } from "../status";

/** The last day isn't before the first, and not too long after it. */
export function checkRange({ from, to }: { from: string; to: string }, context: z.RefinementCtx): void {
  const refuse = (message: string) => context.addIssue({ code: "custom", path: ["to"], message });
  if (from > to) refuse("The last day must not be before the first.");
  else if (daysBetween(from, to) >= MAX_AWAY_DAYS) refuse(`Enter at most ${MAX_AWAY_DAYS} days.`);
}
