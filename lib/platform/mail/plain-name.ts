const LIMIT = 80;

/**
 * A name as it may stand in a mail to someone who never heard of it: one line, no addresses that mail programs turn into
 * links, and not so long that a message fits into it. Subjects and first lines carry no name at all.
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
