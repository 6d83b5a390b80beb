/** What a person must be notified of; everything else they see when they open the portal. */
export const NOTIFIABLE_TYPES = [
  "appointment.confirmed",
  "appointment.declined",
  "appointment.cancelled",
  "appointment.rescheduled",
  "appointment.time-kept",
  "appointment.expired",
  "appointment.needs-rebooking",
  "appointment.delayed",
  "appointment.on-time",
  "appointment.no-show",
  "bed-booking.reserved",
  "bed-booking.reservation-changed",
  "bed-booking.needs-bed",
  "bed-booking.bed-kept",
  "bed-booking.declined",
  "bed-booking.cancelled",
  "bed-booking.expired",
  "ambulance-booking.unanswered",
  "ambulance-booking.vehicle-replaced",
  "ambulance-booking.declined",
  "ambulance-booking.cancelled",
  "recall.due",
] as const;
export type NotifiableType = (typeof NOTIFIABLE_TYPES)[number];

/** Why someone is on the list of people to call: nothing else reaches them, or they haven't said whether they will come. */
export const CALL_REASONS = [...NOTIFIABLE_TYPES, "appointment.unconfirmed"] as const;
export type CallReason = (typeof CALL_REASONS)[number];

/** The person is there, or knows: an open To call entry about the same thing is no longer needed. */
const SETTLING_TYPES: readonly string[] = [
  "appointment.attendance-confirmed",
  "appointment.checked-in",
  "appointment.started",
  "appointment.completed",
  "appointment.rebooking-withdrawn",
  "appointment.no-show-undone",
  "appointment.left",
  "bed-booking.admitted",
  "bed-booking.discharged",
  "ambulance-booking.dispatched",
  "ambulance-booking.on-scene",
  "ambulance-booking.transporting",
  "ambulance-booking.arrived",
  "ambulance-booking.completed",
];

/** `notify`: the person must be notified. `settle`: they no longer need a call. `none`: neither. */
export type NewsEffect = "notify" | "settle" | "none";

/** Returns what an event of this type means for the person it concerns. */
export function effectOf(type: string): NewsEffect {
  if (isNotifiable(type)) return "notify";
  return SETTLING_TYPES.includes(type) ? "settle" : "none";
}

/** Tells whether a person must be notified of an event of this type. */
export function isNotifiable(type: string): type is NotifiableType {
  return (NOTIFIABLE_TYPES as readonly string[]).includes(type);
}

export type ReachFacts = {
  /** An account that can sign in has access to the person now, or requested this itself. */
  hasAccount: boolean;
  /** Whether mail is sent; without SMTP no one gets any. */
  isMailSent: boolean;
  phone: string | null;
};

/** How a person is notified of a change. `PHONE` and `NONE`: not notified yet. */
export type Reach = { by: "EMAIL" | "NOTIFICATION" | "PHONE" | "NONE"; phone: string | null };

/**
 * The one rule of how a person can be reached: by a notification in the portal (and an email about it, where mail is
 * sent) if someone with an account reads it; else only by phone; else not at all.
 */
export function reachOf({ hasAccount, isMailSent, phone }: ReachFacts): Reach {
  if (hasAccount) return { by: isMailSent ? "EMAIL" : "NOTIFICATION", phone: null };
  return phone ? { by: "PHONE", phone } : { by: "NONE", phone: null };
}

/** Tells whether a notification is on its way. */
export function isReached(reach: Reach): boolean {
  return reach.by === "EMAIL" || reach.by === "NOTIFICATION";
}
