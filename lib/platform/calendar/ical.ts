/** One event of a calendar file; instants in ISO 8601, text as people read it. */
export type CalendarEvent = {
  /** Globally unique and the same in every later version of this event. */
  uid: string;
  /** Grows with every change, so that calendars take the newer one. */
  sequence: number;
  status: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
  start: string;
  end: string;
  summary: string;
  location?: string | undefined;
  url?: string;
};

const PRODUCT = "-//CareSync//CareSync//EN";
const LINE_OCTETS = 75;

/**
 * A calendar file (RFC 5545) with one event, in UTC, with CRLF line ends and lines folded at 75 octets.
 * `now` is when the file is made (DTSTAMP).
 */
export function icalFile(event: CalendarEvent, now: Date): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${PRODUCT}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${utc(now)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.status}`,
    `DTSTART:${utc(new Date(event.start))}`,
    `DTEND:${utc(new Date(event.end))}`,
    `SUMMARY:${escapeText(event.summary)}`,
    ...(event.location ? [`LOCATION:${escapeText(event.location)}`] : []),
    ...(event.url ? [`URL:${event.url}`] : []),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/** `20261127T094000Z`: date-time in UTC (§3.3.5, form 2). */
function utc(at: Date): string {
  return at.toISOString().replace(/\.\d{3}Z$/, "Z").replace(/[-:]/g, "");
}

/** Backslash, semicolon, comma and line breaks (§3.3.11); other control characters have no place in text. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, (char) => `\\${char}`)
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}

/** Continuation lines begin with a space, which counts (§3.1); a character is never cut in two. */
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
