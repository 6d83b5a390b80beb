const LINK = "a link that opens this installation's pages: a new one is made over there";
const DELIVERY = "told here, by the addresses and devices of this installation; what is still due is sent from here";
const SIGNED_IN = "ways into this installation; accounts sign in over there with the same password";
const SUMS = "sums, counted again over there";
const MACHINE = "how this installation works, not what it knows";
const CODES = "the code systems that each installation loads for itself; diagnoses have their code and its name";

/** Why a table isn't among those that move (MOVED). */
export const STAYING: Readonly<Record<string, string>> = {
  Session: SIGNED_IN,
  PasswordReset: SIGNED_IN,
  RefreshToken: SIGNED_IN,
  EmailChange: SIGNED_IN,
  PushSubscription: SIGNED_IN,
  StaffInvitation: LINK,
  FamilyInvitation: LINK,
  RecordLink: LINK,
  LinkOpening: LINK,
  VisitLink: LINK,
  WaitingDisplay: LINK,
  ArrivalCode: LINK,
  Message: DELIVERY,
  Notification: DELIVERY,
  EventDelivery: DELIVERY,
  EmergencyAccess: "opened here and reviewed by this installation's administrators",
  EmergencyText: "opened here and reviewed by this installation's administrators",
  DataExport: "gone within a day",
  DataExportPart: "gone within a day",
  LikelyDuplicate: "found again over there, among the patients known there",
  VisitDay: SUMS,
  StayDay: SUMS,
  CallDay: SUMS,
  DayMark: SUMS,
  SearchWord: "follows from the names over there",
  Announcement: "what this installation's administrators say",
  AnnouncementDismissal: "what this installation's administrators say",
  DiagnosisEdition: CODES,
  DiagnosisCode: CODES,
  DiagnosisWord: CODES,
  DiagnosisFilePart: CODES,
  StoredFile: "files move as their bytes, under a new key",
  RecordKey: "texts move decrypted, inside the encrypted file, and get a new key",
  AuditSeal: "the chain of this installation, which stays whole",
  MonthlyPart: MACHINE,
  PatientReference: MACHINE,
  PublicChange: MACHINE,
  EventAudience: MACHINE,
  IdempotencyKey: MACHINE,
  RateLimitWindow: MACHINE,
  AttemptThrottle: MACHINE,
  JobWorker: MACHINE,
};
