import type { AuditPurpose } from "@/lib/actor/record";
import { counted } from "@/lib/platform/text/counted";
import { OPERATION_WORDS } from "./format/operation-words";

/** From which side an access log is read: by the patient, by someone who acts for them, or by the doctor. */
export type Side = "self" | "proxy" | "doctor";

const DONE: Record<string, string> = {
  "encounter.read": "read the note",
  "encounter.list": "opened the list of notes",
  "encounter.timeline": "opened the timeline",
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
  "answers.add-file": "added a file to the answers before a visit",
  "answers.open-file": "opened a file among the answers before a visit",
  "answers.remove-file": "removed a file from the answers before a visit",
  "answers.submit": "sent the answers to the questions before a visit",
  "conversation.read": "read the messages about a visit",
  "conversation.send": "sent a message about a visit",
  "conversation.open-file": "opened a file among the messages about a visit",
  "recall-reason.list": "read why another visit is due",
  "recall-reason.write": "wrote why another visit is due",
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
  conversation: "messages about a visit",
  "recall-reason": "why another visit is due",
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

/** Why the front desk reads messages: it has no part in the treatment. */
export const DESK_WHY = "arranging the visit";

function sharedText(side: Side, patientName: string): string {
  if (side === "self") return "because you shared your record with them";
  return side === "proxy"
    ? `because ${patientName}’s record was shared with them`
    : "because the record was shared with them";
}

/** Says by which right someone without an account looked. */
export function linkText(side: Side, patientName: string): string {
  if (side === "self") return "with a link to your record";
  return side === "proxy" ? `with a link to ${patientName}’s record` : "with a link to the record";
}

export const KIND_LABELS = {
  beds: "Beds and stays",
  ambulances: "Ambulances",
  appointments: "Appointments",
  people: "Staff and doctors",
  setup: "Set-up",
};

/** Says what was done at a hospital: "admitted a patient"; an action without a text of its own is named. */
export function operationText(action: string): string {
  return OPERATION_WORDS[action] ?? `did “${action}”`;
}

type Stretch = { begun: string; to: string; last: string; entries: number };

/** What a check has compared: "the whole trail, seals 1–120, 5,310 entries". */
export function stretchText({ begun, to, last, entries }: Stretch): string {
  if (entries === 0) return "no sealed entries";
  const numbers = begun === to ? `seal ${begun}` : `seals ${begun}–${to}`;
  const isWhole = begun === "1" && to === last;
  return `${isWhole ? "the whole trail, " : ""}${numbers}, ${counted(entries, "entry", "entries")}`;
}

/** What a check has found, as a sentence. */
export function foundText({ found, unread }: { found: number; unread: number }): string {
  const parts = `${counted(unread, "part")} of the archive can't be read`;
  if (found > 0) return `Not as it was sealed: ${counted(found, "finding")}.${unread > 0 ? ` ${parts}.` : ""}`;
  return unread > 0 ? `Unchanged, as far as it could be compared: ${parts}.` : "Whole and unchanged.";
}
