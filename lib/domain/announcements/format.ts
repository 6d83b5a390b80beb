import { counted } from "@/lib/platform/text/counted";
import type { StatusTone } from "@/lib/platform/life-cycle/words";
import type { AnnouncementAudience, AnnouncementLevel, AnnouncementState } from "./status";

export { stateOf } from "./rules";

export const AUDIENCE_LABELS: Record<AnnouncementAudience, string> = {
  EVERYONE: "Everyone signed in",
  PATIENTS: "Patients and families",
  DOCTORS: "Doctors",
  HOSPITALS: "Hospital staff",
};

export const LEVEL_LABELS: Record<AnnouncementLevel, string> = { INFO: "Information", WARNING: "Warning" };

export const STATE_LABELS: Record<AnnouncementState, { label: string; tone: StatusTone }> = {
  UPCOMING: { label: "Scheduled", tone: "wait" },
  CURRENT: { label: "Shown now", tone: "good" },
  OVER: { label: "Over", tone: "neutral" },
};

/** The page's title: what stands in the portals now. */
export function announcementsTitle(current: number): string {
  return current === 0 ? "Nothing is announced" : `${counted(current, "announcement")} shown now`;
}
