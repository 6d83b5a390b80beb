/** Why two records may be of one person: the same date of birth or phone and a similar name; or the same name alone. */
export const LIKENESSES = ["NAME_AND_BIRTH", "NAME_AND_PHONE", "NAME"] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** What the surviving record may take over from the one that is merged into it. */
export const MERGE_FIELDS = ["name", "bornOn", "phone"] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

/** What may stand against merging one record into another, as the database's merge_obstacle() names it. */
export const OBSTACLES = [
  "merged",
  "has-merged",
  "account",
  "others-act",
  "appointments-overlap",
  "two-stays",
  "account-decides",
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** Who acts for a patient: an account of their own, only other people's, or none. */
export const HOLDERS = ["OWN", "OTHERS", "NONE"] as const;
export type Holder = (typeof HOLDERS)[number];

/** Which likely pairs are listed: those to look at, or those set aside as different people. */
export const DUPLICATE_VIEWS = ["open", "set-aside"] as const;

/**
 * What a merge does with the rows of each model that refers to a patient; the database's PatientReference says the same,
 * and a test finds a model that is missing. `moves`: remembered one by one, and moved back by an undo. `follows`: goes with
 * what it belongs to, as a note with its visit. `stays`: is about the record itself, and rests while that is merged.
 */
export const REFERENCES = {
  Appointment: "moves",
  AmbulanceBooking: "moves",
  BedBooking: "moves",
  Registration: "moves",
  Allergy: "moves",
  NoKnownAllergies: "moves",
  Condition: "moves",
  PatientDocument: "moves",
  Encounter: "follows",
  Observation: "follows",
  Diagnosis: "follows",
  Prescription: "follows",
  PrescriptionDocument: "follows",
  Addendum: "follows",
  Attachment: "follows",
  AnswerSheet: "follows",
  AnswerDraft: "follows",
  SubmittedAnswers: "follows",
  Conversation: "follows",
  Recall: "follows",
  BackgroundVersion: "follows",
  ToCall: "follows",
  PatientAccess: "stays",
  FamilyInvitation: "stays",
  RecordGrant: "stays",
  EmergencyAccess: "stays",
  RecordLink: "stays",
  Message: "stays",
  WaitlistEntry: "stays",
  WaitlistOffer: "stays",
  Patient: "stays",
  LikelyDuplicate: "stays",
  DifferentPeople: "stays",
  PatientMerge: "stays",
  /** Entries never change. Who reads the log of the surviving record reads those of the records merged into it, too. */
  AuditEntry: "stays",
} as const;
