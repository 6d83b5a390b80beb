import { iana } from "#iana";

/** Which release of the IANA rules is in use, which one Node.js has for its own formats, and which of the two is older. */
export type RulesRelease = { release: string; node: string | null; behind: "rules" | "node" | null };

/** Returns the releases of this process, or compares the given versions. */
export function rulesRelease(
  release: string = iana?.version ?? "none",
  node: string | undefined = process.versions.tz,
): RulesRelease {
  // Releases are a year and a letter, and sort as text: 2025c, 2026a. Node's release may be unknown.
  const behind = node === undefined || node === release ? null : node > release ? "rules" : "node";
  return { release, node: node ?? null, behind };
}

/** Describes the releases in words, with what to do about them. */
export function releaseText({ release, node, behind }: RulesRelease): string {
  if (behind === "rules")
    return `Time zone rules: IANA ${release}, behind Node.js, which has ${node}. Update moment-timezone, or times may be wrong.`;
  if (behind === "node")
    return `Time zone rules: IANA ${release}. Node.js is behind with ${node}; no time of a place depends on it.`;
  return `Time zone rules: IANA ${release}.`;
}
