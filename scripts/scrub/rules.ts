/**
 * What becomes of each column that could say who someone is or how they are: texts, JSON, bytes, places, dates without a time and
 * measured numbers. tests/integration/scrub.test.ts fails when one of the database isn't here. Other columns (IDs, times of
 * appointments, states, counts) stay, so that the copy behaves as the site does.
 */
export type ColumnRule = "keep" | "null" | { sql: string };

const sql = (text: string): ColumnRule => ({ sql: text });
const keep = "keep";
const none = "null";

const filler = sql("pg_temp.filler()");
const phone = sql("pg_temp.phone()");
/** About ten kilometres. */
const roughly = (column: string) => sql(`round(t."${column}"::numeric, 1)`);
/** What is encrypted can't be read without the site's keys: the copy gets other texts, which its worker encrypts under keys of its own. */
const written = (...columns: string[]): Record<string, ColumnRule> => ({
  encryptedText: none,
  plainText: sql(`jsonb_build_object(${columns.map((column) => `'${column}', pg_temp.filler()`).join(", ")})`),
});

/** Emptied, in this order: ways in, what was sent, files, and copies of what is replaced elsewhere. */
export const EMPTIED = [
  "LinkOpening",
  "RecordLink",
  "VisitLink",
  "PushSubscription",
  "Session",
  "PasswordReset",
  "RefreshToken",
  "EmailChange",
  "DoctorInvitation",
  "StaffInvitation",
  "FamilyInvitation",
  "Message",
  "IdempotencyKey",
  "RateLimitWindow",
  "AttemptThrottle",
  "JobWorker",
  "PublicChange",
  "EventAudience",
  "AnswerDraft",
  "AnswerFile",
  "DataExportPart",
  "DataExport",
  "Attachment",
  "PatientDocument",
  "PrescriptionDocument",
  "ProfileChange",
  "PatientMergeRow",
  "PatientMerge",
  "LikelyDuplicate",
  "DifferentPeople",
  "BackgroundVersion",
  "DiagnosisFilePart",
  "DiagnosisUse",
  "WaitingDisplay",
  "ArrivalCode",
  "EventDelivery",
] as const;

/** Emptied once nothing refers to them any more. The words that are searched for come back with the doctors' and hospitals' texts. */
export const EMPTIED_LAST = ["StoredFile", "RecordKey", "SearchWord"] as const;

/** The other tables with such columns. An empty text, and what isn't there, stays so. */
export const CHANGED: Readonly<Record<string, Readonly<Record<string, ColumnRule>>>> = {
  User: {
    email: sql("pg_temp.email(t.id)"),
    name: sql("pg_temp.person(t.id)"),
    phone,
    passwordHash: sql("current_setting('scrub.password_hash')"),
    timeZone: keep,
  },
  Patient: {
    // The same as of their account.
    name: sql(
      `pg_temp.person(coalesce((SELECT a."userId" FROM "PatientAccess" a WHERE a."patientId" = t.id AND a."relation" = 'SELF' LIMIT 1), t.id))`,
    ),
    phone,
    // Another day of the same year, and never in the future.
    bornOn: sql(
      `least(make_date(extract(year FROM t."bornOn")::int, 1 + floor(random() * 12)::int, 1 + floor(random() * 28)::int), t."createdAt"::date)`,
    ),
  },
  Doctor: {
    slug: sql("'doctor-' || pg_temp.letters(t.id)"),
    name: sql(`pg_temp.person(t."userId")`),
    registrationNumber: sql("upper(pg_temp.letters(t.id))"),
    biography: filler,
    practiceName: sql(`'Practice ' || pg_temp.person(t."userId")`),
    phone,
    address: filler,
    videoUrl: none,
    verificationReason: filler,
    latitude: roughly("latitude"),
    longitude: roughly("longitude"),
    listedLatitude: roughly("listedLatitude"),
    listedLongitude: roughly("listedLongitude"),
    languages: keep,
    currency: keep,
    timeZone: keep,
    city: keep,
    country: keep,
    facets: keep,
    searchText: keep,
  },
  // What a hospital publishes of itself is no secret; only its telephone must not ring.
  Hospital: {
    slug: keep,
    name: keep,
    description: keep,
    address: keep,
    city: keep,
    country: keep,
    timeZone: keep,
    latitude: keep,
    longitude: keep,
    searchText: keep,
    phone,
    videoUrl: none,
    verificationReason: filler,
  },
  Affiliation: { statusReason: filler },
  Ambulance: {
    registration: sql("upper(pg_temp.letters(t.id))"),
    crewPhone: phone,
    stateReason: filler,
    latitude: roughly("latitude"),
    longitude: roughly("longitude"),
  },
  AmbulanceBooking: {
    pickupAddress: filler,
    pickupLatitude: roughly("pickupLatitude"),
    pickupLongitude: roughly("pickupLongitude"),
    contactName: sql("pg_temp.person(t.id)"),
    contactPhone: phone,
    // A link that no one has.
    trackingTokenHash: sql("pg_temp.letters(t.id)"),
    callbackCode: sql("'0000'"),
    statusReason: filler,
  },
  AmbulanceOffer: { reason: filler },
  AppointmentText: { text: filler },
  BedBookingText: { text: filler },
  Registration: {
    recordNumber: sql("upper(pg_temp.letters(t.id))"),
    email: sql("pg_temp.email(t.id)"),
    language: keep,
  },
  Allergy: { substance: filler, reaction: filler },
  Condition: { name: filler, system: none, codeVersion: none, code: none, codeName: none, onset: none },
  Encounter: written("reason", "subjective", "objective", "assessment", "plan"),
  Prescription: written("drug", "strength", "form", "dose", "route", "frequency", "instructions"),
  Addendum: written("text"),
  RecallReason: written("reason"),
  Communication: { ...written("text"), fileId: none, fileType: none, fileSize: none },
  Observation: { unit: keep, value: sql(`pg_temp.measured(t."kind"::text, t."unit")`) },
  Diagnosis: {
    system: keep,
    version: keep,
    code: sql("'Z00.0'"),
    name: sql("'General medical examination'"),
  },
  SubmittedAnswers: { answers: sql("'{}'") },
  EmergencyText: { reason: filler, remark: filler },
  CommunicationTemplate: { text: filler },
  Disruption: {
    label: filler,
    startTime: keep,
    endTime: keep,
    blocks: keep,
    closedOn: keep,
    firstOn: keep,
    lastOn: keep,
  },
  Import: { content: sql("''"), reading: sql("'{}'"), faults: sql("'[]'") },
  Bed: { label: keep, stateReason: filler },
  Ward: { name: keep, currency: keep },
  Department: { name: keep },
  Specialty: { slug: keep, name: keep, description: keep },
  Service: { slug: keep, name: keep, description: keep },
  DoctorService: { currency: keep },
  Schedule: { timeZone: keep, rules: keep, exceptions: keep },
  Questionnaire: { draft: keep },
  QuestionnaireVersion: { questions: keep },
  WaitingQueue: { room: keep, day: keep },
  WaitlistEntry: { fromOn: keep, toOn: keep },
  Recall: { month: keep },
  MessagePreference: { choices: keep, quietFrom: keep, quietUntil: keep },
  DisruptionVisit: { reach: keep },
  WardClosureStay: { reach: keep },
  // What everyone was shown, and sums of days.
  Announcement: { text: keep },
  VisitDay: { day: keep },
  StayDay: { day: keep },
  CallDay: { day: keep },
  OfferedDay: { day: keep },
  DayMark: { day: keep },
  // Kinds of events, codes and IDs.
  ToCall: { reason: keep },
  AggregateSequence: { aggregate: keep },
  DomainEvent: { type: keep, aggregate: keep, audience: keep, refs: keep },
  AuditEntry: { action: keep, subject: keep, via: keep, requestId: keep, details: keep },
  AuditSeal: { digests: keep, previousHash: keep, hash: keep },
  Notification: { type: keep, refs: keep },
  // Months in the archive have no names either, but the files of the archive stay where they are.
  MonthlyPart: { name: keep, tableName: keep, file: keep, sha256: keep, pieces: keep },
  PatientReference: { tableName: keep, handling: keep, owner: keep },
  DiagnosisEdition: { system: keep, release: keep, digest: keep, fault: keep },
  DiagnosisCode: { code: keep, name: keep, synonyms: keep, general: keep },
  DiagnosisWord: { word: keep, forms: keep },
};
