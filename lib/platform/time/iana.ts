import packed from "moment-timezone/data/packed/latest.json";

/**
 * The one source of time zone rules: the IANA database as packed by moment-timezone, read without moment. New rules
 * come with an update of that package (`npm install --save-exact moment-timezone@latest`), whatever Node is installed.
 * Browsers get `iana-none.ts` instead (`#iana` in package.json) and are sent the offsets they need.
 */
export type PackedRules = {
  /** The release, such as `2026f`. */
  version: string;
  /** `name|abbreviations|offsets|indices|changes|population`, see `unpack-zone.ts`. */
  zones: readonly string[];
  /** `zone|other name`. */
  links: readonly string[];
};

export const iana: PackedRules | null = packed;
