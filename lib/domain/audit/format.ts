import type { AuditPurpose } from "@/lib/actor/record";

/** From which side an access log is read: by the patient, by someone who acts for them, or by the doctor. */
export type Side = "self" | "proxy" | "doctor";

const DONE: Record<string, string> = {
  "encounter.read": "read the note",
  "encounter.list": "opened the list of notes",
  "encounter.open": "started the note",
  "encounter.write": "wrote in the note",
  "encounter.sign": "signed the note",
  "encounter.amend": "added to the note",
  "encounter.export": "downloaded the whole record",
  "observation.list": "opened the measurements",
  "prescription.list": "opened the list of medicines",
  "prescription.open": "opened the prescription",
  "prescription.withdraw": "withdrew the prescription",
  "document.list": "opened the list of documents",
  "document.remove": "deleted a document",
  "allergy.list": "opened the list of allergies",
  "allergy.rule-out": "recorded that there are no known allergies",
  "condition.list": "opened the list of conditions",
  "patient.merge": "merged another record into this one",
  "patient.unmerge": "undid the merge with another record",
  "answers.read": "opened the answers to the questions before a visit",
  "answers.write": "answered questions before a visit",
  "answers.submit": "sent the answers to the questions before a visit",
};
const NOUNS: Record<string, string> = {
  encounter: "the note",
  addendum: "an addendum",
  observation: "measurements",
  diagnosis: "a diagnosis",
  prescription: "a prescription",
  attachment: "an attachment",
  document: "a document",
  allergy: "an allergy",
  condition: "a condition",
  answers: "answers before a visit",
};
const VERBS: Record<string, string> = {
  read: "read",
  view: "opened",
  open: "opened",
  download: "downloaded",
  list: "opened the list for",
  write: "changed",
  change: "changed",
  add: "added",
  remove: "removed",
  sign: "signed",
};

/** Says what an action on clinical data was: "read the note". Null stands for several actions folded into one line. */
export function doneText(action: string | null): string {
  if (action === null) return "opened the record";
  const [noun = "", verb = ""] = action.split(".");
  return DONE[action] ?? `${VERBS[verb] ?? "used"} ${NOUNS[noun] ?? "the record"}`;
}

/** Says why, to this reader: "treating you", "acting for the patient". */
export function whyText(
  purpose: AuditPurpose | null,
  isYou: boolean,
  side: Side,
  patientName: string,
  action: string | null = null,
): string {
  if (action === "patient.merge") return "both are about the same person";
  if (action === "patient.unmerge") return "they are kept apart again";
  const patient = side === "self" ? "you" : side === "proxy" ? patientName : "the patient";
  switch (purpose) {
    case "TREATMENT":
      return `treating ${patient}`;
    case "PATIENT_REQUEST":
      return isYou ? "your own record" : "their own record";
    case "PROXY":
      return `acting for ${patient}`;
    case "SHARED":
      return sharedText(side, patientName);
    case "EMERGENCY":
      return "in an emergency";
    case "OPERATIONS":
      return "running CareSync";
    case null:
      return "no purpose was recorded at the time";
  }
}

function sharedText(side: Side, patientName: string): string {
  if (side === "self") return "because you shared your record with them";
  return side === "proxy"
    ? `because ${patientName}’s record was shared with them`
    : "because the record was shared with them";
}

export const KIND_LABELS = {
  beds: "Beds and stays",
  ambulances: "Ambulances",
  appointments: "Appointments",
  people: "Staff and doctors",
  setup: "Set-up",
};

/** The sentence of each action at a hospital; a test finds those without one. */
export const OPERATION_WORDS: Record<string, string> = {
  "bed-booking.request": "requested a bed",
  "bed-booking.reserve": "reserved a bed",
  "bed-booking.change": "changed a stay",
  "bed-booking.admit": "admitted a patient",
  "bed-booking.transfer": "moved a patient to another bed",
  "bed-booking.discharge": "discharged a patient",
  "bed-booking.undo-discharge": "undid a discharge",
  "bed-booking.decline": "declined a bed request",
  "bed-booking.cancel": "cancelled a stay",
  "bed-booking.expire": "ended a reservation that wasn't used",
  "bed.add": "added beds",
  "bed.change": "changed a bed",
  "bed.remove": "removed a bed",
  "ward.add": "added a ward",
  "ward.change": "changed a ward",
  "ward.remove": "removed a ward",
  "ambulance.added": "added a vehicle",
  "ambulance.changed": "changed a vehicle",
  "ambulance.removed": "removed a vehicle",
  "ambulance-booking.request": "requested an ambulance",
  "ambulance-booking.dispatched": "dispatched an ambulance",
  "ambulance-booking.replace-vehicle": "replaced a vehicle",
  "ambulance-booking.verify-caller": "rang a caller back",
  "ambulance-booking.name-patient": "identified a patient",
  "ambulance-booking.decline-offer": "declined a call",
  "ambulance-booking.en-route": "marked a vehicle as on the way",
  "ambulance-booking.on-scene": "marked a vehicle as with the patient",
  "ambulance-booking.transporting": "marked a vehicle as on the way to the hospital",
  "ambulance-booking.arrived": "marked a vehicle as arrived",
  "ambulance-booking.completed": "completed a call",
  "ambulance-booking.declined": "declined a call",
  "ambulance-booking.cancelled": "cancelled a call",
  "ambulance-booking.escalate": "passed a call on to the next hospital",
  "ambulance-booking.ask-again": "asked another hospital with a free vehicle",
  "ambulance-booking.end-unserved": "ended a call without a vehicle",
  "appointment.book": "booked an appointment",
  "appointment.confirmed": "confirmed an appointment",
  "appointment.declined": "declined an appointment",
  "appointment.cancelled": "cancelled an appointment",
  "appointment.reschedule": "rescheduled an appointment",
  "appointment.keep-time": "kept an appointment at a new local time",
  "appointment.checked-in": "checked a patient in",
  "appointment.in-progress": "started a visit",
  "appointment.completed": "completed a visit",
  "appointment.no-show": "marked an appointment as missed",
  "appointment.left": "marked a patient as left without being seen",
  "appointment.expire": "ended a request that wasn't answered in time",
  "appointment.hold": "held a time",
  "appointment.release-hold": "released a held time",
  "appointment.undo-checked-in": "undid a check-in",
  "appointment.undo-in-progress": "undid the start of a visit",
  "appointment.undo-no-show": "undid “Missed”",
  "appointment.undo-left": "undid “Left without being seen”",
  "staff.change-role": "changed a staff member's role",
  "staff.remove": "removed a staff member",
  "staff-invitation.send": "invited a staff member",
  "staff-invitation.resend": "sent a staff invitation again",
  "staff-invitation.withdraw": "withdrew a staff invitation",
  "staff-invitation.accept": "joined the staff",
  "staff-invitation.expire": "ended a staff invitation that wasn't answered",
  "invitation.create": "invited a doctor",
  "invitation.request": "asked to join",
  "invitation.accept": "accepted an invitation or a request to join",
  "invitation.decline": "declined an invitation or a request to join",
  "invitation.withdraw": "withdrew an invitation or a request to join",
  "invitation.expire": "ended an invitation that wasn't answered",
  "affiliation.suspended": "suspended a doctor's affiliation",
  "affiliation.reinstated": "reinstated a doctor's affiliation",
  "affiliation.ended": "ended a doctor's affiliation",
  "affiliation.assign-department": "moved a doctor to another department",
  "department.add": "added a department",
  "department.rename": "renamed a department",
  "department.remove": "removed a department",
  "import.start": "uploaded a file",
  "import.run": "started an import",
  "import.complete": "completed an import",
  "import.undo": "undid an import",
  "import.dismiss": "dismissed an import",
  "hospital.update": "changed the hospital's profile",
  "hospital.change-approved": "approved a change of the hospital's profile",
  "hospital.change-rejected": "rejected a change of the hospital's profile",
  "hospital.verify": "verified the hospital",
  "hospital.reject": "rejected the hospital",
  "hospital.suspend": "suspended the hospital",
  "patient.create": "added a patient",
  "patient.change": "corrected a patient's details",
  "patient.merge": "merged two records of one patient",
  "patient.unmerge": "undid the merge of two records",
  "patient.tell-apart": "marked two records as different people",
  "patient.suggest-again": "put two records back on the list of likely duplicates",
  "to-call.done": "phoned a patient",
  "questionnaire.add": "began questions before a visit",
  "questionnaire.change": "changed questions before a visit",
  "questionnaire.publish": "published questions before a visit",
  "questionnaire.withdraw": "stopped asking questions before a visit",
};

/** Says what was done at a hospital: "admitted a patient"; an action without a text of its own is named. */
export function operationText(action: string): string {
  return OPERATION_WORDS[action] ?? `did “${action}”`;
}
