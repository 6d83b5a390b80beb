import { zoneNamed } from "@/lib/platform/time/zone";

/** One event of a calendar file; instants in ISO 8601, texts unescaped. */
export type CalendarEvent = {
  /** Globally unique, and the same in every later version of this event. */
  uid: string;
  /** Increases with every change, so that calendars use the newer version. */
  sequence: number;
  status: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
  start: string;
  end: string;
  /** IANA zone whose clock it follows, wherever the calendar is read; in UTC without one. */
  timeZone?: string | undefined;
  summary: string;
  location?: string | undefined;
  url?: string;
  /** How long before its start an invitation reminds its reader. */
  alarmMinutes?: number;
};

/** A file that mail programs show as an invitation, or that takes one back, with its sender and its reader (RFC 5546). */
export type Invitation = { method: "REQUEST" | "CANCEL"; organizer: string; attendee: string };

const PRODUCT = "-//CareSync//CareSync//EN";
const LINE_OCTETS = 75;

/**
 * Creates a calendar file (RFC 5545) with one event, with CRLF line endings and lines folded at 75 octets. `now` is the
 * time of creation (DTSTAMP).
 */
export function icalFile(event: CalendarEvent, now: Date, invitation?: Invitation): string {
  const offset = event.timeZone ? zoneNamed(event.timeZone)?.offsetAt(Date.parse(event.start)) : undefined;
  const isLocal = event.timeZone !== undefined && offset !== undefined;
  const zone = isLocal ? zoneLines(event.timeZone ?? "", offset) : [];
  const time = (name: string, at: string) =>
    isLocal
      ? `${name};TZID=${event.timeZone}:${utc(new Date(Date.parse(at) + offset)).slice(0, -1)}`
      : `${name}:${utc(new Date(at))}`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${PRODUCT}`,
    "CALSCALE:GREGORIAN",
    `METHOD:${invitation?.method ?? "PUBLISH"}`,
    ...zone,
    "BEGIN:VEVENT",
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${utc(now)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.status}`,
    time("DTSTART", event.start),
    time("DTEND", event.end),
    `SUMMARY:${escapeText(event.summary)}`,
    ...(event.location ? [`LOCATION:${escapeText(event.location)}`] : []),
    ...(event.url ? [`URL:${event.url}`] : []),
    ...(invitation ? invitationLines(event, invitation) : []),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/** The reader takes part already: an answer from their calendar would reach no one. */
function invitationLines(
  { summary, alarmMinutes }: CalendarEvent,
  { method, organizer, attendee }: Invitation,
): string[] {
  const isAhead = method === "REQUEST" && alarmMinutes !== undefined;
  return [
    `ORGANIZER;CN=CareSync:mailto:${mailto(organizer)}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${mailto(attendee)}`,
    ...(isAhead
      ? [
          "BEGIN:VALARM",
          "ACTION:DISPLAY",
          `DESCRIPTION:${escapeText(summary)}`,
          `TRIGGER:-PT${alarmMinutes}M`,
          "END:VALARM",
        ]
      : []),
  ];
}

/** What an address may contain unescaped in a `mailto:` (RFC 6068). */
const mailto = (address: string) => address.replace(/[^A-Za-z0-9.!$&'*+/=?^_`{|}~@-]/g, encodeURIComponent);

/** The zone's rule at the time of the event (§3.6.5); one event needs no other. */
function zoneLines(timeZone: string, offset: number): string[] {
  const minutes = Math.abs(offset) / 60_000;
  const pad = (part: number) => String(Math.floor(part)).padStart(2, "0");
  const text = `${offset < 0 ? "-" : "+"}${pad(minutes / 60)}${pad(minutes % 60)}`;
  const rule = [
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    `TZOFFSETFROM:${text}`,
    `TZOFFSETTO:${text}`,
    "END:STANDARD",
  ];
  return ["BEGIN:VTIMEZONE", `TZID:${timeZone}`, ...rule, "END:VTIMEZONE"];
}

/** `20261127T094000Z`: date-time in UTC (§3.3.5, form 2). */
function utc(at: Date): string {
  return at
    .toISOString()
    .replace(/\.\d{3}Z$/, "Z")
    .replace(/[-:]/g, "");
}

/** Backslash, semicolon, comma and line breaks (§3.3.11); other control characters have no place in text. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, (char) => `\\${char}`)
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}

/** Continuation lines start with a space, which counts (§3.1); a character is never split. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const char of line) {
    const size = Buffer.byteLength(char, "utf8");
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += char;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
