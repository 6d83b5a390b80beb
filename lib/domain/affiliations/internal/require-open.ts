import { AppError } from "@/lib/platform/errors/app-error";
import { OVER_WORDS } from "../format";
import type { InvitationStatus } from "../status";

/** Throws `invalid-transition`, with the status in its extras, for what can no longer be answered or withdrawn. */
export function requireOpen(row: { status: InvitationStatus; expiresAt: Date }, now: Date): void {
  // Expired by its time, even before the timer has run.
  const status = row.status === "PENDING" && row.expiresAt <= now ? "EXPIRED" : row.status;
  if (status !== "PENDING") throw new AppError("invalid-transition", OVER_WORDS[status], { extra: { status } });
}
