import type { ChoiceChannel, Topic } from "./status";

export const CHANNEL_WORDS: Record<ChoiceChannel, string> = {
  EMAIL: "Email",
  PUSH: "Device",
  SMS: "Text",
};

/** What each topic is called, and what belongs to it. */
export const TOPIC_WORDS: Record<Topic, { label: string; hint: string }> = {
  EMERGENCIES: { label: "Emergencies", hint: "Ambulances, and records opened in an emergency" },
  VISITS: { label: "Appointments", hint: "Booked, confirmed, rescheduled or cancelled" },
  REMINDERS: { label: "Reminders and questions", hint: "Before an appointment, and when it is time to book one" },
  MESSAGES: { label: "Messages", hint: "From a practice, about an appointment" },
  STAYS: { label: "Hospital stays", hint: "Beds reserved, changed or cancelled" },
  RECORDS: { label: "Records", hint: "New notes, and who reads a record" },
  FAMILY: { label: "Family", hint: "Who acts for a patient" },
  WORK_MESSAGES: { label: "Messages from patients", hint: "About their appointments" },
  WORK: { label: "Your work", hint: "Bookings, requests, invitations and reviews" },
};

/** The emails of a topic, as a sentence goes on: "You get emails about …". */
export const STOPPED_WORDS: Record<Topic, string> = {
  EMERGENCIES: "emergencies",
  VISITS: "your appointments",
  REMINDERS: "reminders, and questions before an appointment",
  MESSAGES: "messages from a practice",
  STAYS: "hospital stays",
  RECORDS: "records",
  FAMILY: "family access",
  WORK_MESSAGES: "messages from patients",
  WORK: "your work",
};
