import type { Readiness } from "@/lib/platform/http/readiness";

/** The state of the system in a few words; null when the database didn't answer in time. */
export function systemTitle(readiness: Readiness | null): string {
  if (readiness === null) return "The database is slow";
  if (readiness.missing.includes("record-keys")) return "The keys for the records are missing";
  if (readiness.missing.length > 0) return `Not running: ${readiness.missing.join(", ")}`;
  return readiness.warnings.length > 0 ? "The system is up and needs attention" : "The system is up";
}

/** What a warning says, and what to do about it. */
export const SYSTEM_WARNINGS: Record<Readiness["warnings"][number], { title: string; text: string }> = {
  "events-delayed": {
    title: "Changes reach people late",
    text: "Open pages and notifications are more than a minute behind. Check that the worker runs, and its log.",
  },
  "jobs-delayed": {
    title: "Background work is late",
    text: "A job has been waiting for more than five minutes. Check that the worker runs, and its log.",
  },
  "jobs-failed": {
    title: "Some jobs have failed for good",
    text: "They are no longer tried. The worker's log says why.",
  },
  "backup-old": {
    title: "The last backup is more than 26 hours old",
    text: "The log says why none was made. If something else makes your backups, check that it touches the file BACKUP_STAMP names.",
  },
  "backup-behind": {
    title: "The latest changes aren't in the backups",
    text: "For more than 15 minutes nothing has reached them. Check that BACKUP_DIR can be written to and has space left.",
  },
};
