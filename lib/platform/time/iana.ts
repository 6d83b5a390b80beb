import packed from "moment-timezone/data/packed/latest.json";

/**
 * The one source of time zone rules: the IANA database as moment-timezone packs it, read without moment. A new release
 * of the rules is an update of that package (`npm install --save-exact moment-timezone@latest`), whatever Node is installed.
 * Browsers get `iana-none.ts` in its place (`#iana` in package.json): they are sent the offsets they need.
 */
export type PackedRules = {
  /** The release, as `2026f`. */
  version: string;
  /** `name|abbreviations|offsets|indices|changes|population`, see `unpack-zone.ts`. */
  zones: readonly string[];
  /** `zone|other name`. */
  links: readonly string[];
};

export const iana: PackedRules | null = packed;
