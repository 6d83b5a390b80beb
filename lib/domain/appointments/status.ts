/** The life of an appointment (docs/domain.md §3). Pure: the database holds the same table in a trigger. */
export const APPOINTMENT_STATUSES = [
  "HELD",
  "PENDING",
  "CONFIRMED",
  "CHECKED_IN",
  "IN_PROGRESS",
  "COMPLETED",
  "DECLINED",
  "CANCELLED",
  "EXPIRED",
  "NO_SHOW",
  "LEFT",
] as const;

export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

/** Those that take the doctor's and the patient's time. */
const LIVE_STATUSES = [
  "HELD",
  "PENDING",
  "CONFIRMED",
  "CHECKED_IN",
  "IN_PROGRESS",
] as const satisfies AppointmentStatus[];

/** Those a person may ask for by name; the others happen by themselves or by booking. */
export const REQUESTABLE_STATUSES = [
  "CONFIRMED",
  "DECLINED",
  "CANCELLED",
  "CHECKED_IN",
  "IN_PROGRESS",
  "COMPLETED",
  "NO_SHOW",
  "LEFT",
] as const satisfies AppointmentStatus[];

export type RequestableStatus = (typeof REQUESTABLE_STATUSES)[number];

/** In which capacity someone acts on an appointment; one person may hold several. */
export type Role = "patient" | "doctor" | "staff" | "system";

/**
 * What has to hold besides role and state. `listed`: nothing new is agreed with a doctor who is not verified (any more),
 * and no visit begins with one; what has begun can be completed, and everything can be called off.
 */
export type Condition = "reason" | "notice" | "near-start" | "started" | "signed" | "listed";

type Step = Partial<Record<Role, Condition[]>>;

/** from → to → who may, and under which further conditions. */
const TRANSITIONS: Partial<Record<AppointmentStatus, Partial<Record<AppointmentStatus, Step>>>> = {
  HELD: { EXPIRED: { system: [] } },
  PENDING: {
    CONFIRMED: { doctor: ["listed"], staff: ["listed"] },
    DECLINED: { doctor: ["reason"], staff: ["reason"] },
    CANCELLED: { patient: ["notice"], doctor: ["reason"], staff: ["reason"] },
    EXPIRED: { system: ["started"] },
  },
  CONFIRMED: {
    CANCELLED: { patient: ["notice"], doctor: ["reason"], staff: ["reason"] },
    CHECKED_IN: { patient: ["near-start"], doctor: [], staff: [] },
    IN_PROGRESS: { doctor: ["listed"] },
    NO_SHOW: { doctor: ["started"], staff: ["started"] },
  },
  CHECKED_IN: {
    IN_PROGRESS: { doctor: ["listed"] },
    NO_SHOW: { doctor: ["started"], staff: ["started"] },
    LEFT: { doctor: [], staff: [] },
  },
  IN_PROGRESS: { COMPLETED: { doctor: ["signed"] } },
};

/** Whether an appointment in this state takes time in the calendar. */
export function isLive(status: AppointmentStatus): boolean {
  return (LIVE_STATUSES as readonly AppointmentStatus[]).includes(status);
}

/** The conditions each of the actor's roles would have to meet; undefined = the step does not exist. */
export function stepBetween(from: AppointmentStatus, to: AppointmentStatus): Step | undefined {
  return TRANSITIONS[from]?.[to];
}
