import type { MovedSet } from "./sets";

/** What moves of a table. */
export type Moved = {
  /** A condition on the row `t`. */
  where: string;
  /** What other hospitals of an installation have as well: a row that is there already stays as it is. */
  isShared?: true;
  /** Columns that the new installation fills by itself: by a sequence, by triggers, under its own keys. */
  leftOut?: readonly string[];
  /** Columns with another value than they have, as SQL. */
  set?: Readonly<Record<string, string>>;
  /** What is encrypted under the installation's keys, and so written under the new ones: texts, or the code of a prescription. */
  secret?: "texts" | "code";
  /** What the digest of a file is bound to, as SQL: it is made again under the new key. */
  fingerprint?: string;
};

const among = (column: string, set: MovedSet) => `t."${column}" IN (SELECT "id" FROM ${set})`;
const ofHospital = { where: among("hospitalId", "moved_hospital") };
const ofVisits = { where: among("appointmentId", "moved_visit") };
const ofStays = { where: among("bookingId", "moved_stay") };
const ofDoctors = { where: among("doctorId", "moved_doctor"), isShared: true } as const;
const ofHospitalOrDoctors = { where: `(${ofHospital.where} OR ${ofDoctors.where})`, isShared: true } as const;
const ofPatients = { where: among("patientId", "known_patient"), isShared: true } as const;
const ofNotes = {
  where: `t."encounterId" IN (SELECT "id" FROM "Encounter" WHERE "appointmentId" IN (SELECT "id" FROM moved_visit))`,
};
const ofConversations = ofVisits;
const texts = { leftOut: ["encryptedText", "plainText"], secret: "texts" } as const;
const ofThings = {
  where: `(${among("aggregateId", "moved_visit")} OR ${among("aggregateId", "moved_stay")} OR ${among("aggregateId", "moved_call")})`,
};

/**
 * What a hospital takes along to another installation, parents first. Every other table is in STAYING; tests/integration/moved-tables.test.ts
 * fails when one is in neither.
 */
export const MOVED: Readonly<Record<string, Moved>> = {
  // The catalogue, as far as it is used; on the other side it is found by its slug.
  Specialty: { where: among("id", "moved_specialty"), isShared: true },
  Service: { where: among("id", "moved_service"), isShared: true },
  // Who runs one installation doesn't run the other.
  User: { where: among("id", "moved_user"), isShared: true, set: { isAdmin: "false" } },
  MessagePreference: { where: among("userId", "moved_user"), isShared: true },
  Patient: { where: among("id", "moved_patient"), isShared: true },
  PatientAccess: {
    where: `(${among("patientId", "known_patient")} OR t."relation" = 'SELF') AND ${among("userId", "moved_user")}`,
    isShared: true,
  },
  Allergy: ofPatients,
  NoKnownAllergies: ofPatients,
  Condition: ofPatients,
  BackgroundVersion: ofPatients,
  PatientDocument: { ...ofPatients, leftOut: ["fingerprint"], fingerprint: `'patient:' || t."patientId"` },
  // The directory's columns follow from the others and from the hours.
  Doctor: {
    where: among("id", "moved_doctor"),
    isShared: true,
    leftOut: ["searchText", "facets", "listedLatitude", "listedLongitude", "nextSlotAt", "nextSlotCheckedAt"],
  },
  DoctorSpecialty: ofDoctors,
  DoctorService: ofDoctors,
  DiagnosisUse: ofDoctors,
  RecordGrant: { where: `${ofPatients.where} AND ${ofDoctors.where}`, isShared: true },
  Hospital: { where: among("id", "moved_hospital"), leftOut: ["searchText"] },
  Import: ofHospital,
  Registration: ofHospital,
  Department: ofHospital,
  HospitalStaff: ofHospital,
  Affiliation: ofHospital,
  // Those to an address open a page of this installation by a link.
  DoctorInvitation: { where: `${ofHospital.where} AND ${ofDoctors.where}`, set: { tokenHash: "NULL" } },
  ProfileChange: ofHospitalOrDoctors,
  ReminderRule: ofHospitalOrDoctors,
  CommunicationTemplate: ofHospitalOrDoctors,
  Questionnaire: ofHospitalOrDoctors,
  QuestionnaireVersion: { where: among("questionnaireId", "moved_questionnaire"), isShared: true },
  Schedule: ofHospital,
  Ward: ofHospital,
  Bed: ofHospital,
  BedBooking: ofHospital,
  BedBookingText: ofStays,
  BedStay: ofHospital,
  WardClosure: ofHospital,
  WardClosureBed: ofHospital,
  WardClosureStay: {
    where: `t."closureId" IN (SELECT "id" FROM "WardClosure" WHERE "hospitalId" IN (SELECT "id" FROM moved_hospital))`,
  },
  Ambulance: ofHospital,
  AmbulanceBooking: ofHospital,
  AmbulanceOffer: { where: `${ofHospital.where} AND ${among("bookingId", "moved_call")}` },
  Appointment: ofHospital,
  AppointmentText: ofVisits,
  // Planned again by the worker there.
  ReminderPlan: {
    ...ofVisits,
    set: { needsPlanning: "true", nextAt: "NULL", plannedBy: "'{}'::int[]", plannedCalls: "NULL" },
  },
  ReminderSent: ofVisits,
  // One that closes every place of a doctor closes this one alone from then on.
  Disruption: {
    where: among("id", "moved_disruption"),
    isShared: true,
    set: {
      hospitalIds: `ARRAY(SELECT "id" FROM moved_hospital)`,
      blocks: `(SELECT coalesce(jsonb_agg(b), '[]') FROM jsonb_array_elements(t."blocks") b
        WHERE b->>'scheduleId' IN (SELECT s."id"::text FROM "Schedule" s WHERE s."hospitalId" IN (SELECT "id" FROM moved_hospital)))`,
    },
  },
  DisruptionVisit: { where: `${ofVisits.where} AND ${among("disruptionId", "moved_disruption")}` },
  Encounter: { ...ofVisits, ...texts },
  Observation: ofNotes,
  Diagnosis: ofNotes,
  Prescription: { ...ofNotes, ...texts },
  PrescriptionDocument: { ...ofNotes, leftOut: ["codeDigest", "sealedCode"], secret: "code" },
  Addendum: { ...ofNotes, ...texts },
  Attachment: {
    ...ofNotes,
    leftOut: ["fingerprint"],
    fingerprint: `'visit:' || (SELECT "appointmentId" FROM "Encounter" WHERE "id" = t."encounterId")`,
  },
  AnswerSheet: ofVisits,
  AnswerDraft: ofVisits,
  SubmittedAnswers: ofVisits,
  AnswerFile: { ...ofVisits, leftOut: ["fingerprint"], fingerprint: `'visit:' || t."appointmentId"` },
  Conversation: ofVisits,
  Communication: { ...ofConversations, ...texts },
  ConversationRead: ofConversations,
  Recall: ofVisits,
  RecallReason: {
    where: `t."id" IN (SELECT "id" FROM "Recall" WHERE "appointmentId" IN (SELECT "id" FROM moved_visit))`,
    ...texts,
  },
  WaitlistEntry: { where: among("id", "moved_wait") },
  WaitlistOffer: { where: `${ofHospital.where} AND ${among("entryId", "moved_wait")}` },
  WaitingQueue: ofHospital,
  QueueTicket: ofVisits,
  ToCall: ofHospital,
  PatientMerge: ofHospital,
  PatientMergeRow: { where: among("mergeId", "moved_merge") },
  DifferentPeople: ofHospital,
  VisitSum: ofHospital,
  OfferedDay: { ...ofHospital, leftOut: ["id"] },
  // The history of visits, stays and calls. Nothing of it is delivered again.
  AggregateSequence: ofThings,
  DomainEvent: { ...ofThings, leftOut: ["position"] },
  // Sealed by the new installation's chain, with the time at which it happened; the old chain stays whole where it is.
  AuditEntry: { ...ofHospital, leftOut: ["position", "cluster", "txid"] },
};
