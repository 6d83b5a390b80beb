import { expect, it } from "vitest";
import { icalFile, type CalendarEvent } from "./ical";

const event: CalendarEvent = {
  uid: "0199@caresync.test",
  sequence: 3,
  status: "CONFIRMED",
  start: "2026-11-27T09:40:00.000Z",
  end: "2026-11-27T10:00:00Z",
  summary: "Visit",
};
const now = new Date("2026-11-23T15:00:00.123Z");
const unfold = (file: string) => file.replaceAll("\r\n ", "");

it("writes one event in UTC, with CRLF line endings", () => {
  const file = icalFile(event, now);
  expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
  const lines = [
    "UID:0199@caresync.test",
    "DTSTAMP:20261123T150000Z",
    "SEQUENCE:3",
    "STATUS:CONFIRMED",
    "DTSTART:20261127T094000Z",
    "DTEND:20261127T100000Z",
  ];
  expect(file.split("\r\n")).toEqual(expect.arrayContaining(lines));
});

it("follows the place's clock, with the offset of that date, by the current rules", () => {
  const at = { start: "2027-01-04T19:00:00Z", end: "2027-01-04T19:20:00Z", timeZone: "America/Vancouver" };
  const lines = icalFile({ ...event, ...at }, now).split("\r\n");
  const zone = ["BEGIN:VTIMEZONE", "TZID:America/Vancouver", "TZOFFSETTO:-0700", "END:VTIMEZONE"];
  expect(lines).toEqual(
    expect.arrayContaining([
      ...zone,
      "DTSTART;TZID=America/Vancouver:20270104T120000",
      "DTEND;TZID=America/Vancouver:20270104T122000",
    ]),
  );
});

it("folds at 75 octets without splitting a character or losing anything", () => {
  const summary = "Besuch bei Dr. Žofie Kovářová 🩺 ".repeat(9).trim();
  const file = icalFile({ ...event, summary }, now);
  expect(Math.max(...file.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(unfold(file)).toContain(`SUMMARY:${summary}\r\n`);
});

it("escapes text so that it can't end its line or start a property", () => {
  const file = unfold(
    icalFile({ ...event, summary: "A;B,C\\D\nATTACH:x\r\nEND:VEVENT\u0000", location: "Hall 1; left, up" }, now),
  );
  expect(file).toContain("SUMMARY:A\\;B\\,C\\\\D\\nATTACH:x\\nEND:VEVENT\r\n");
  expect(file).toContain("LOCATION:Hall 1\\; left\\, up\r\n");
  expect(file.match(/^END:VEVENT\r$/gm)).toHaveLength(1);
});
