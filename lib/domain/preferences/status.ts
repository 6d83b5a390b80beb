/** The channels people choose from; what is new is in the portal in any case. */
export const CHOICE_CHANNELS = ["EMAIL", "PUSH", "SMS"] as const;
export type ChoiceChannel = (typeof CHOICE_CHANNELS)[number];

/** What a patient, and those who look after one, are told of. */
export const PATIENT_TOPICS = ["EMERGENCIES", "VISITS", "REMINDERS", "MESSAGES", "STAYS", "RECORDS", "FAMILY"] as const;
/** What those who work with CareSync are told of. */
export const WORK_TOPICS = ["WORK_MESSAGES", "WORK"] as const;
export const TOPICS = [...PATIENT_TOPICS, ...WORK_TOPICS] as const;
export type Topic = (typeof TOPICS)[number];

type Channels = Readonly<Record<Topic, readonly ChoiceChannel[]>>;

/** What can't be turned off: someone has to learn of it. */
export const ALWAYS: Channels = {
  EMERGENCIES: ["EMAIL", "PUSH", "SMS"],
  VISITS: ["EMAIL"],
  REMINDERS: [],
  MESSAGES: [],
  STAYS: ["EMAIL"],
  RECORDS: [],
  FAMILY: [],
  WORK_MESSAGES: [],
  WORK: [],
};

/** What is on as long as its reader says nothing else. */
export const USUAL: Channels = {
  EMERGENCIES: ["EMAIL", "PUSH", "SMS"],
  VISITS: ["EMAIL", "PUSH"],
  REMINDERS: ["EMAIL", "PUSH", "SMS"],
  MESSAGES: ["EMAIL", "PUSH"],
  STAYS: ["EMAIL", "PUSH"],
  RECORDS: ["PUSH"],
  FAMILY: ["PUSH"],
  WORK_MESSAGES: ["PUSH"],
  WORK: ["EMAIL", "PUSH"],
};

/** What is about a patient: it is only sent to those who act for them then. */
export const BY_ACCESS: readonly Topic[] = ["VISITS", "REMINDERS", "MESSAGES", "STAYS", "RECORDS"];
