import { routes, type Route } from "@/lib/site/routes";
import type { NotificationKind } from "./status";

export type Portal = "patient" | "doctor" | "hospital" | "admin";

/** The capacity in which someone is notified of an appointment. */
export type NewsSide = "patient" | "doctor" | "hospital" | "admin";

/** A notification on a screen: the visit's people and time are read fresh, never stored in the notification. */
export type NotificationItem = {
  id: string;
  type: string;
  isRead: boolean;
  createdAt: string;
  /** Null when it isn't about an appointment, or about one they may no longer see. */
  visit: {
    id: string;
    side: NewsSide;
    withName: string;
    start: string;
    timeZone: string;
    mode: "IN_PERSON" | "VIDEO";
  } | null;
  /** The ambulance call it is about: one's own, or one offered to one's hospital. */
  call?: { id: string; side: "patient" | "hospital" } | null;
  /** The hospital stay it is about, in the same way. */
  stay?: { id: string; side: "patient" | "hospital"; withName: string; start: string; timeZone: string } | null;
  /** The hospital or doctor on the other side, when it is about an affiliation. */
  party?: string | null;
  /** Whose record a doctor may read or could read, when it is about that. */
  reading?: { patientId: string; side: "patient" | "doctor" | "admin" } | null;
};

/** The notifications about one thing, the latest few of them. */
export type NotificationGroup = {
  /** The thing's ID. */
  id: string;
  items: NotificationItem[];
  total: number;
  unread: number;
};

export const KIND_LABELS: Record<NotificationKind, string> = {
  VISITS: "Appointments",
  STAYS: "Stays",
  FAMILY: "Family",
  RECORDS: "Records",
  OTHER: "Other",
};

type Words = string | Partial<Record<NewsSide, string>>;

/** The text of each type; never with names. */
const WORDS: Record<string, Words> = {
  "appointment.booked": { patient: "An appointment was booked for you", doctor: "An appointment was booked with you" },
  "appointment.confirmed": { patient: "Your appointment is confirmed" },
  "appointment.declined": { patient: "Your request was declined" },
  "appointment.cancelled": { patient: "Your appointment was cancelled", doctor: "An appointment was cancelled" },
  "appointment.rescheduled": { patient: "Your appointment has a new time", doctor: "An appointment has a new time" },
  "appointment.reminded": { patient: "Your appointment is coming up" },
  "appointment.time-kept": { patient: "The local time of your appointment has changed" },
  "appointment.expired": { patient: "Your request wasn't answered in time" },
  "appointment.needs-rebooking": { patient: "Please choose a new time for your appointment" },
  "appointment.rebooking-withdrawn": { patient: "Your appointment keeps its time" },
  "appointment.delayed": { patient: "Your appointment starts later than planned" },
  "appointment.on-time": { patient: "Your appointment starts on time after all" },
  "appointment.no-show-undone": { patient: "Your appointment is open again: it had been closed by mistake" },
  "appointment.no-show": { patient: "Your appointment was marked as missed" },
  "appointment.checked-in": { doctor: "Your patient has checked in" },
  "bed-booking.requested": { hospital: "A bed has been requested" },
  "bed-booking.reserved": { patient: "A bed is reserved for you" },
  "bed-booking.reservation-changed": { patient: "The bed reserved for you has changed" },
  "bed-booking.needs-bed": { patient: "You will get another bed: the one reserved for you is closed then" },
  "bed-booking.bed-kept": { patient: "Your reservation stands: the bed can be used after all" },
  "bed-booking.admitted": { patient: "You have been admitted" },
  "bed-booking.discharge-undone": { patient: "Your discharge was undone: you are still in hospital" },
  "bed-booking.discharged": { patient: "You have been discharged" },
  "bed-booking.declined": { patient: "Your bed request was declined" },
  "bed-booking.cancelled": {
    patient: "Your hospital stay was cancelled",
    hospital: "A bed request was cancelled",
  },
  "bed-booking.expired": { patient: "Your bed is no longer reserved" },
  "answers.requested": { patient: "Please answer the questions before your visit" },
  "conversation.patient-wrote": {
    doctor: "You have a message about an appointment",
    hospital: "A patient has written about an appointment",
  },
  "conversation.practice-wrote": { patient: "You have a message about your appointment" },
  "encounter.signed": { patient: "The notes from your visit are ready to read" },
  "encounter.amended": { patient: "Your doctor has added to the notes from your visit" },
  "prescription.withdrawn": { patient: "Your doctor has withdrawn a prescription" },
  "doctor.verified": "Your profile is verified: patients can now find and book you",
  "doctor.rejected": "Your profile could not be verified",
  "doctor.suspended": "Your profile was suspended",
  "doctor.change-requested": "An administrator will review your new name or registration number",
  "doctor.change-approved": "Your new name or registration number was approved",
  "doctor.change-rejected": "Your new name or registration number was not approved",
  "invitation.created": "A hospital invites you to join",
  "invitation.accepted": "A doctor has accepted your invitation",
  "invitation.declined": "An invitation was declined",
  "invitation.withdrawn": "A hospital has withdrawn its invitation",
  "invitation.expired": "An invitation wasn't answered in time",
  "invitation.requested": "A doctor has asked to join your hospital",
  "invitation.request-accepted": "You now work at the hospital: set your hours there",
  "invitation.request-declined": "Your request to join was declined",
  "invitation.request-expired": "A request to join wasn't answered in time",
  "affiliation.suspended": "A hospital has suspended you: your hours there are closed",
  "affiliation.reinstated": "Your hours at a hospital are open again",
  "affiliation.ended": "A doctor has left a hospital",
  "hospital.verified": "Your hospital is verified and listed",
  "hospital.rejected": "Your hospital could not be verified",
  "hospital.suspended": "Your hospital was suspended",
  "hospital.change-requested": "An administrator will review your hospital's new name, address or phone",
  "hospital.change-approved": "Your hospital's new name, address or phone is public now",
  "hospital.change-rejected": "Your hospital's new name, address or phone was not approved",
  "ambulance-booking.offered": { hospital: "An ambulance is needed: your hospital has been asked" },
  "ambulance-booking.unanswered": { patient: "No ambulance has been confirmed yet: call the emergency number" },
  "ambulance-booking.dispatched": { patient: "An ambulance has been sent to you" },
  "ambulance-booking.vehicle-replaced": { patient: "Another ambulance is coming in place of the first" },
  "ambulance-booking.arrived": { patient: "The ambulance has arrived at the hospital" },
  "ambulance-booking.declined": { patient: "No hospital could send an ambulance: call the emergency number" },
  "ambulance-booking.cancelled": {
    patient: "Your ambulance was cancelled",
    hospital: "An ambulance request was cancelled",
  },
  "patient.merged": "A hospital has merged another record into yours, because both are about the same person",
  "patient.unmerged": "A hospital has undone the merge of another record into yours",
  "patient-access.changed": "You now act for someone in another way",
  "patient-access.revoked": "You no longer act for someone",
  "family-invitation.accepted": "Your invitation to act for someone was accepted",
  "record-grant.given": {
    doctor: "A patient has shared their record with you",
    patient: "A record you can read was shared with a doctor",
  },
  "record-grant.ended": {
    doctor: "A patient no longer shares their record with you",
    patient: "A record you can read is no longer shared with a doctor",
  },
  "record-link.created": "A link to a record you can read was made",
  "record-link.opened": "A link to a record you can read was opened",
  "record-link.ended": "A link to a record you can read was ended",
  "emergency-access.opened": {
    patient: "In an emergency, a doctor opened a record you can read",
    admin: "In an emergency, a doctor opened a record: please review it",
  },
  "emergency-access.reviewed": {
    doctor: "Your emergency access was reviewed",
    patient: "An emergency access to a record you can read was reviewed",
  },
  "waitlist.offered": { patient: "An earlier time is offered to you: please answer soon" },
  "waitlist.lapsed": { patient: "An offered time has passed to the next person: you're still on the waitlist" },
  "waitlist.withdrawn": { patient: "A time offered to you is no longer available: you're still on the waitlist" },
  "recall.due": { patient: "It is time to book your next appointment" },
  "staff.role-changed": "You have a new role at your hospital",
  "staff.removed": "You are no longer on the staff of your hospital",
};

/** Returns a notification's sentence for the reader; by the type alone when the visit is unknown. */
export function notificationText(type: string, side?: NewsSide): string {
  const words = WORDS[type];
  if (typeof words === "string") return words;
  return (side && words?.[side]) ?? words?.patient ?? words?.doctor ?? words?.hospital ?? "Something has changed";
}

/** Returns a notification's link: the visit in the reader's portal, else the portal's first page. */
export function notificationHref(
  item: Pick<NotificationItem, "type" | "visit" | "call" | "stay" | "reading">,
  portal: Portal,
): Route {
  const { type, visit, call, stay, reading } = item;
  if (call) return call.side === "patient" ? routes.patient.ambulance(call.id) : routes.hospital.ambulances();
  if (type.startsWith("conversation.") && visit) return conversationHref(visit);
  if (stay) return stay.side === "patient" ? routes.patient.stay(stay.id) : routes.hospital.stay(stay.id);
  if (visit?.side === "patient")
    return type === "answers.requested" ? routes.patient.questions(visit.id) : routes.patient.visit(visit.id);
  if (visit?.side === "doctor") return routes.doctor.visit(visit.id);
  if (visit?.side === "hospital") return routes.hospital.appointment(visit.id);
  if (reading) return readingHref(type, reading);
  if (/^(doctor|hospital)\.change-/.test(type))
    return type.startsWith("doctor.") ? routes.doctor.settings() : routes.hospital.settings();
  if (type.startsWith("doctor.")) return routes.doctor.home();
  if (/^(invitation|affiliation)\./.test(type))
    return portal === "hospital" ? hospitalListOf(type) : routes.doctor.places();
  if (/^(patient-access|family-invitation)\./.test(type)) return routes.patient.family();
  if (/^patient\.(un)?merged$/.test(type)) return routes.patient.recordAccess();
  if (type.startsWith("hospital.")) return routes.hospital.home();
  if (type.startsWith("recall.")) return routes.patient.visits();
  if (type.startsWith("waitlist.")) return routes.patient.waitlist();
  if (/^(encounter|prescription)\./.test(type)) return routes.patient.notes();
  return portal === "patient" ? routes.patient.visits() : routes[portal].home();
}

/** The messages about a visit, on the reader's side. */
function conversationHref({ id, side }: NonNullable<NotificationItem["visit"]>): Route {
  if (side === "doctor") return routes.doctor.conversation(id);
  return side === "hospital" ? routes.hospital.conversation(id) : routes.patient.conversation(id);
}

/** The part of the hospital's doctors list that an invitation or affiliation belongs to. */
function hospitalListOf(type: string): Route {
  if (type === "invitation.requested") return routes.hospital.doctors({ view: "requests" });
  return /^invitation\.(declined|expired)$/.test(type)
    ? routes.hospital.doctors({ view: "invited" })
    : routes.hospital.doctors();
}

/** The doctor's page of the patient; for a former patient, the list. */
function readingHref(type: string, { patientId, side }: NonNullable<NotificationItem["reading"]>): Route {
  if (side === "admin") return routes.admin.emergencies();
  if (side === "patient") return routes.patient.sharing({ for: patientId });
  if (type === "emergency-access.reviewed") return routes.doctor.emergency();
  return type.endsWith(".ended") ? routes.doctor.patients() : routes.doctor.patient(patientId);
}
