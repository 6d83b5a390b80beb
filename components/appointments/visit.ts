import type { AppointmentStatus } from "@/lib/domain/appointments/status";
import type { VisitMode } from "@/lib/domain/appointments/schema";

/** An appointment as its patient sees it; instants as text. */
export type Visit = {
  id: string;
  version: number;
  status: AppointmentStatus;
  /** Whether the reader may change it, as the patient or acting for them; others read it. */
  canChange: boolean;
  /** Whose it is, where it isn't the reader's own. */
  whose: string | null;
  needsRebooking: boolean;
  start: string;
  end: string;
  /** The place's zone. */
  timeZone: string;
  mode: VisitMode;
  /** Whether there is a video link. */
  hasVideoLink: boolean;
  reason: string | null;
  statusReason: string | null;
  cancellationNoticeMinutes: number;
  graceUntil: string | null;
  /** Until when the patient may cancel or reschedule. */
  changeUntil: string;
  doctor: { id: string; name: string; slug: string };
  service: { id: string; name: string } | null;
  patient: { id: string; name: string };
  place: { name: string | null; address: string | null; phone: string | null };
  /** When they said that they will come. */
  attendanceConfirmedAt: string | null;
};
