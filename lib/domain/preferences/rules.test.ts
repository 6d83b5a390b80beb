import { describe, expect, it } from "vitest";
import {
  isUrgent,
  isWanted,
  quietUntil,
  sendableAt,
  textableAt,
  topicOf,
  type Governed,
  type Preference,
} from "./rules";

const NIGHT = { from: "22:00", until: "07:00" };
const until = (at: string, hours: { from: string; until: string } | null, zone: string) =>
  quietUntil(new Date(at), hours, zone)?.toISOString() ?? null;

describe("quiet hours", () => {
  it("last over midnight, from their first minute until before their last", () => {
    const berlin = (at: string) => until(at, NIGHT, "Europe/Berlin");
    expect(berlin("2026-11-28T20:59:59Z")).toBeNull();
    expect(berlin("2026-11-28T21:00:00Z")).toBe("2026-11-29T06:00:00.000Z");
    expect(berlin("2026-11-28T23:30:00Z")).toBe("2026-11-29T06:00:00.000Z");
    expect(berlin("2026-11-29T05:59:59Z")).toBe("2026-11-29T06:00:00.000Z");
    expect(berlin("2026-11-29T06:00:00Z")).toBeNull();
  });

  it("are those of the person's own zone", () => {
    const at = "2026-11-28T17:00:00Z";
    expect(until(at, NIGHT, "Asia/Kathmandu")).toBe("2026-11-29T01:15:00.000Z");
    expect(until(at, NIGHT, "America/New_York")).toBeNull();
  });

  it("within one day don't reach into the next", () => {
    const nap = { from: "13:00", until: "15:00" };
    expect(until("2026-11-28T13:30:00Z", nap, "UTC")).toBe("2026-11-28T15:00:00.000Z");
    expect(until("2026-11-28T15:00:00Z", nap, "UTC")).toBeNull();
    expect(until("2026-11-29T00:30:00Z", nap, "UTC")).toBeNull();
  });

  it("end by the clock on the wall when it changes at night", () => {
    // Spring: a night of eight hours. Autumn: of ten.
    expect(until("2026-03-28T21:00:00Z", NIGHT, "Europe/Berlin")).toBe("2026-03-29T05:00:00.000Z");
    expect(until("2026-10-24T20:00:00Z", NIGHT, "Europe/Berlin")).toBe("2026-10-25T06:00:00.000Z");
  });

  it("end later when their end is skipped, and at the first one when it comes twice", () => {
    const short = { from: "23:00", until: "02:30" };
    expect(until("2026-03-29T00:50:00Z", short, "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
    expect(until("2026-10-25T00:29:00Z", short, "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
    expect(until("2026-10-25T01:10:00Z", short, "Europe/Berlin")).toBeNull();
  });

  it("don't apply where none are set, or the zone is unknown", () => {
    expect(until("2026-11-28T23:00:00Z", null, "UTC")).toBeNull();
    expect(until("2026-11-28T23:00:00Z", NIGHT, "Nowhere/At_All")).toBeNull();
  });
});

describe("what doesn't wait", () => {
  const now = new Date("2026-11-28T02:00:00Z");
  const within = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

  it("is an emergency, a stay, and what becomes of a visit within a day", () => {
    for (const reason of ["ambulance-booking.unanswered", "emergency-access.opened", "bed-booking.reserved"])
      expect(isUrgent(reason, null, now), reason).toBe(true);
    expect(isUrgent("appointment.cancelled", within(14), now)).toBe(true);
    expect(isUrgent("appointment.cancelled", within(24 * 21), now)).toBe(false);
  });

  it("is a visit that was moved, which may have been soon, and one whose time isn't known", () => {
    expect(isUrgent("appointment.rescheduled", within(24 * 21), now)).toBe(true);
    expect(isUrgent("appointment.cancelled", null, now)).toBe(true);
  });

  it("isn't a reminder, a message or a note, nor an offer, which has an end of its own", () => {
    for (const reason of [
      "waitlist.offered",
      "appointment.reminded",
      "answers.requested",
      "conversation.practice-wrote",
      "encounter.signed",
    ])
      expect(isUrgent(reason, within(2), now), reason).toBe(false);
  });
});

describe("a message", () => {
  const preference: Preference = { choices: {}, quietHours: NIGHT, timeZone: "UTC" };
  const night = new Date("2026-11-28T23:00:00Z");
  const morning = new Date("2026-11-29T07:00:00Z");
  const mail: Governed = { topic: "MESSAGES", channel: "EMAIL", isUrgent: false, expiresAt: null };

  it("waits for the end of quiet hours, unless it is urgent or of no use then", () => {
    expect(sendableAt(mail, preference, night)).toEqual(morning);
    expect(sendableAt({ ...mail, isUrgent: true }, preference, night)).toEqual(night);
    expect(sendableAt({ ...mail, expiresAt: new Date("2026-11-29T06:30:00Z") }, preference, night)).toEqual(night);
  });

  it("waits only while half an hour is left to act on it then", () => {
    const until = (time: string) => ({ ...mail, expiresAt: new Date(`2026-11-29T${time}Z`) });
    expect(sendableAt(until("07:30:00"), preference, night)).toEqual(morning);
    expect(sendableAt(until("07:29:59"), preference, night)).toEqual(night);
  });

  it("isn't sent to someone who doesn't want it", () => {
    const choices = { MESSAGES: { EMAIL: false } };
    expect(sendableAt(mail, { ...preference, choices }, night)).toBeNull();
    expect(sendableAt({ ...mail, channel: "PUSH" }, { ...preference, choices }, morning)).toEqual(morning);
  });

  it("about the account itself is sent whatever was chosen, and at once", () => {
    expect(sendableAt({ ...mail, topic: null }, preference, night)).toEqual(night);
  });

  it("follows the default where nothing was chosen; what someone must learn can't be turned off", () => {
    expect(isWanted("MESSAGES", "EMAIL", {})).toBe(true);
    expect(isWanted("RECORDS", "EMAIL", {})).toBe(false);
    expect(isWanted("MESSAGES", "SMS", {})).toBe(false);
    expect(isWanted("VISITS", "EMAIL", { VISITS: { EMAIL: false } })).toBe(true);
    expect(isWanted("VISITS", "PUSH", { VISITS: { PUSH: false } })).toBe(false);
    expect(isWanted("EMERGENCIES", "SMS", { EMERGENCIES: { SMS: false } })).toBe(true);
  });
});

describe("a topic", () => {
  it("follows from the reason, and from the side that is told", () => {
    expect(topicOf("appointment.cancelled", "patient")).toBe("VISITS");
    expect(topicOf("appointment.cancelled", "doctor")).toBe("WORK");
    expect(topicOf("conversation.practice-wrote")).toBe("MESSAGES");
    expect(topicOf("conversation.patient-wrote", "hospital")).toBe("WORK_MESSAGES");
    expect(topicOf("emergency-access.opened")).toBe("EMERGENCIES");
    expect(topicOf("emergency-access.reviewed")).toBe("RECORDS");
    expect(topicOf("patient-access.revoked")).toBe("FAMILY");
    expect(topicOf("patient.merged")).toBe("RECORDS");
    expect(topicOf("answers.requested")).toBe("REMINDERS");
    expect(topicOf("appointment.reminded")).toBe("REMINDERS");
  });

  it("is missing for what is about the account itself", () => {
    for (const reason of ["password-reset", "password-changed", "address-taken", "staff-invitation", "mail"])
      expect(topicOf(reason), reason).toBeNull();
  });
});

describe("a text to a phone without an account", () => {
  const at = (text: string) => new Date(text);
  const sentAt = (due: string, startsAt: string, timeZone = "Europe/Berlin", isUrgent = false) =>
    textableAt({ startsAt: at(startsAt), timeZone, isUrgent }, at(due));

  it("is sent from eight in the morning until nine in the evening by the clock of the place", () => {
    expect(sentAt("2026-11-24T07:00:00Z", "2026-11-27T07:00:00Z")).toEqual(at("2026-11-24T07:00:00Z"));
    expect(sentAt("2026-11-24T19:59:59Z", "2026-11-27T19:59:59Z")).toEqual(at("2026-11-24T19:59:59Z"));
    expect(sentAt("2026-11-24T20:00:00Z", "2026-11-27T20:00:00Z")).toEqual(at("2026-11-25T07:00:00Z"));
    expect(sentAt("2026-11-24T06:59:00Z", "2026-11-27T06:59:00Z")).toEqual(at("2026-11-24T07:00:00Z"));
    expect(sentAt("2026-11-24T02:00:00Z", "2026-11-27T02:00:00Z", "Asia/Tokyo")).toEqual(at("2026-11-24T02:00:00Z"));
  });

  it("doesn't wait for the morning when the visit comes too soon after it", () => {
    expect(sentAt("2026-11-24T05:30:00Z", "2026-11-24T07:30:00Z")).toEqual(at("2026-11-24T07:00:00Z"));
    expect(sentAt("2026-11-24T05:15:00Z", "2026-11-24T07:15:00Z")).toEqual(at("2026-11-24T05:15:00Z"));
  });

  it("doesn't wait at all when it is urgent", () => {
    const [due, startsAt] = ["2026-11-24T02:00:00Z", "2026-11-24T15:00:00Z"];
    expect(sentAt(due, startsAt, "Europe/Berlin", true)).toEqual(at(due));
    expect(sentAt(due, startsAt)).toEqual(at("2026-11-24T07:00:00Z"));
  });
});
