import { secret } from "./ledger";

/** The calendar file of a mail as it came over the wire; null when it has none. */
export const calendarOf = (raw: string): string | null => partOf(raw, "text/calendar");

/** The link of a reminder as it came over the wire; null for any other mail. */
export function reminderLinkOf(raw: string): string | null {
  const [link] = /https?:\/\/\S+\/your-appointment#\S+/.exec(partOf(raw, "text/plain") ?? "") ?? [];
  if (link === undefined) return null;
  secret(link.split("#")[1] ?? "");
  return link;
}

function partOf(raw: string, type: string): string | null {
  const boundaries = [...raw.matchAll(/boundary="?([^"\r\n;]+)/g)].map(([, boundary]) => boundary ?? "");
  const parts = boundaries.reduce((texts, boundary) => texts.flatMap((text) => text.split(`--${boundary}`)), [raw]);
  const part = parts.find((text) => new RegExp(`^content-type:\\s*${type}`, "im").test(text));
  const [head, ...body] = part?.trimStart().split("\r\n\r\n") ?? [];
  if (head === undefined) return null;
  const text = body.join("\r\n\r\n");
  const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase();
  if (encoding === "base64") return Buffer.from(text, "base64").toString("utf8");
  return encoding === "quoted-printable" ? unquoted(text) : text;
}

function unquoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** The address it went to. */
export function receiverOf(raw: string): string {
  return /^to:\s*<?([^>\r\n]+)/im.exec(raw)?.[1]?.trim() ?? "";
}
