const LIMIT = 80;

/**
 * Makes a name safe for a mail to a stranger: one line, no addresses that mail programs turn into links, and too short
 * for a message. Subjects and first lines contain no name at all.
 */
export function plainName(name: string): string {
  const line = name
    .normalize("NFKC")
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .replace(/\b[a-z][a-z0-9+.-]*:\/+/giu, "")
    // "example.org" would become a link; "St. Mary" and "J.P. Miller" do not.
    .replace(/(?<=[\p{L}\p{N}]{2})\.(?=[\p{L}\p{N}]{2})/gu, " ")
    .replace(/[@<>"\\/]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  return line.length > LIMIT ? `${line.slice(0, LIMIT - 1).trimEnd()}…` : line;
}
