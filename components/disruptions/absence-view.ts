import type { AppointmentStatus } from "@/lib/domain/appointments/status";
import type { DisruptionKind, DisruptionStatus, VisitStand } from "@/lib/domain/disruptions/status";
import type { Route } from "@/lib/site/routes";

type Reach = "EMAIL" | "NOTIFICATION" | "PHONE" | "NONE";

/** An absence as the practice sees it. */
export type Absence = {
  id: string;
  version: number;
  kind: DisruptionKind;
  status: DisruptionStatus;
  /** Null for a hospital or a department that is closed. */
  doctorName: string | null;
  /** The department that is closed, or the holidays' calendar. */
  label: string | null;
  /** The dates on which a hospital or a department is closed. */
  closedOn: string[];
  /** How late the doctor runs; null for one who is away. */
  lateMinutes: number | null;
  /** The hospital; null: every place of the doctor. */
  placeName: string | null;
  from: string;
  to: string;
  interval: { start: string; end: string } | null;
  tellAt: string;
  counts: { visits: number; told: number; toCall: number; unreachable: number; handled: number; settled: number };
  /** Whether the reader takes it further, or only watches. */
  canChange: boolean;
};

/** An affected appointment. */
export type AffectedVisit = {
  id: string;
  /** Null for one a colleague has taken over. */
  href: Route | null;
  /** The doctor who has it now. */
  doctorName: string;
  patientName: string;
  phone: string | null;
  was: string;
  start: string;
  timeZone: string;
  status: AppointmentStatus;
  by: Reach | null;
  stand: VisitStand;
};

/** A doctor, and where they could be away from. A null `hospitalId` is every place. */
export type AwayChoice = { doctorId: string; hospitalId: string | null; label: string; timeZone: string };
