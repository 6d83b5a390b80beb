/**
 * Where the export of a record has each table that holds something of a patient, or why it doesn't. A test compares this with the
 * schema, so that no new table is forgotten.
 */
export const EXPORTED: Record<string, { section: string } | { omitted: string }> = {
  Patient: { section: "patient" },
  PatientAccess: { section: "familyAccesses" },
  RecordGrant: { section: "sharing" },
  EmergencyAccess: { section: "emergencies" },
  Appointment: { section: "appointments" },
  BedBooking: { section: "stays" },
  AmbulanceBooking: { section: "ambulanceCalls" },
  Encounter: { section: "visits" },
  Observation: { section: "visits" },
  Diagnosis: { section: "visits" },
  Prescription: { section: "visits" },
  PrescriptionDocument: { section: "visits" },
  Attachment: { section: "visits" },
  Addendum: { section: "visits" },
  PatientDocument: { section: "documents" },
  AnswerSheet: { section: "answers" },
  AnswerDraft: { section: "answers" },
  SubmittedAnswers: { section: "answers" },
  Allergy: { section: "allergies" },
  NoKnownAllergies: { section: "allergies" },
  Condition: { section: "conditions" },
  BackgroundVersion: { section: "allergies and conditions" },
  AuditEntry: { section: "accessLog" },
  FamilyInvitation: { omitted: "the address of someone else, until they accept" },
  LikelyDuplicate: { omitted: "a guess, which names someone who may be another person" },
  DifferentPeople: { omitted: "what a front desk found out about another person's record" },
  PatientMerge: { omitted: "the work of a front desk; the access log has each step" },
  ToCall: { omitted: "a practice's list of calls to make about what is in the other sections" },
};
