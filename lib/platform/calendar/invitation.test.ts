import ICAL from "ical.js";
import { convertIcsCalendar } from "ts-ics";
import { expect, it } from "vitest";
import { icalFile, type CalendarEvent } from "./ical";

const event: CalendarEvent = {
  uid: "0199@caresync.test",
  sequence: 3,
  status: "CONFIRMED",
  start: "2027-01-04T19:00:00Z",
  end: "2027-01-04T19:20:00Z",
  timeZone: "America/Vancouver",
  summary: "Appointment",
  location: "1 Main Street; left, Vancouver",
  url: "https://care.example/patient/visits/0199",
  alarmMinutes: 120,
};
const now = new Date("2026-11-23T15:00:00.123Z");
const who = { organizer: "no-reply@care.example", attendee: "asha+care@example.org" };
const request = icalFile(event, now, { method: "REQUEST", ...who });
const cancel = icalFile({ ...event, sequence: 4, status: "CANCELLED" }, now, { method: "CANCEL", ...who });

/** What two parsers that know nothing of each other read. */
function readBoth(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const [vevent] = calendar.getAllSubcomponents("vevent");
  const first = new ICAL.Event(vevent);
  const second = convertIcsCalendar(undefined, file);
  const [other] = second.events ?? [];
  return { calendar, vevent: vevent!, first, second, other: other! };
}

it("two parsers read the same invitation: what, when, where, organiser and attendee", () => {
  const { calendar, vevent, first, second, other } = readBoth(request);
  expect([calendar.getFirstPropertyValue("method"), second.method]).toEqual(["REQUEST", "REQUEST"]);
  expect([first.uid, other.uid]).toEqual([event.uid, event.uid]);
  expect([first.sequence, other.sequence]).toEqual([3, 3]);
  expect([first.summary, other.summary]).toEqual(["Appointment", "Appointment"]);
  expect([first.location, other.location]).toEqual([event.location, event.location]);
  expect([vevent.getFirstPropertyValue("status"), other.status]).toEqual(["CONFIRMED", "CONFIRMED"]);
  for (const start of [first.startDate.toJSDate(), other.start.date])
    expect(start.toISOString()).toBe("2027-01-04T19:00:00.000Z");
  for (const end of [first.endDate.toJSDate(), other.end!.date])
    expect(end.toISOString()).toBe("2027-01-04T19:20:00.000Z");
  expect([first.organizer, `mailto:${other.organizer?.email}`]).toEqual(Array(2).fill("mailto:no-reply@care.example"));
  expect(String(first.attendees[0]?.getFirstValue())).toBe("mailto:asha+care@example.org");
  expect(other.attendees?.[0]?.email).toBe("asha+care@example.org");
});

it("both find the zone and an alarm two hours before", () => {
  const { vevent, second, other } = readBoth(request);
  expect(second.timezones?.map(({ id }) => id)).toEqual(["America/Vancouver"]);
  const alarm = vevent.getFirstSubcomponent("valarm");
  expect(String(alarm?.getFirstPropertyValue("trigger"))).toMatch(/^-P(T120M|T2H)$/);
  expect(other.alarms).toMatchObject([{ action: "DISPLAY", trigger: { value: { before: true, minutes: 120 } } }]);
});

it("both take it back by the same UID and a higher sequence, without an alarm", () => {
  const { calendar, vevent, first, second, other } = readBoth(cancel);
  expect([calendar.getFirstPropertyValue("method"), second.method]).toEqual(["CANCEL", "CANCEL"]);
  expect([first.uid, other.uid]).toEqual([event.uid, event.uid]);
  expect([first.sequence, other.sequence]).toEqual([4, 4]);
  expect([vevent.getFirstPropertyValue("status"), other.status]).toEqual(["CANCELLED", "CANCELLED"]);
  expect(cancel).not.toContain("VALARM");
});

it("an address can't add a line or a property", () => {
  const file = icalFile(event, now, { ...who, method: "REQUEST", attendee: 'x@y.test"\r\nATTACH:evil;CN=z' });
  expect(file).not.toMatch(/^ATTACH/m);
  expect(readBoth(file).first.attendees).toHaveLength(1);
});
