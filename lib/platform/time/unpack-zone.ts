/**
 * When a zone's offset changed and to what: `offsets[i]` (ms east of UTC) applies until `untils[i]` (epoch ms,
 * exclusive).
 */
export type ZonePeriods = { offsets: readonly number[]; untils: readonly number[] };

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX";

/** Parses a number in base 60 with up to two fractional digits, as moment-timezone writes minutes. */
function base60(text: string): number {
  const isNegative = text.startsWith("-");
  const [whole = "", fraction = ""] = (isNegative ? text.slice(1) : text).split(".");
  let value = 0;
  for (const digit of whole) value = value * 60 + DIGITS.indexOf(digit);
  let unit = 1;
  for (const digit of fraction) value += (unit /= 60) * DIGITS.indexOf(digit);
  return isNegative ? -value : value;
}

const msOf = (minutes: number) => Math.round(minutes * 60) * 1000;

/**
 * Parses `name|abbreviations|offsets|indices|changes|…`: offsets in minutes west of UTC, one digit per period as an
 * index into them, and the end of each period in minutes after the previous one.
 */
export function unpackZone(packed: string): ZonePeriods {
  const [, , offsets = "", indices = "", changes = ""] = packed.split("|");
  const east = offsets.split(" ").map((text) => -msOf(base60(text)) + 0);
  let minutes = 0;
  const untils = changes === "" ? [] : changes.split(" ").map((text) => msOf((minutes += base60(text))));
  return {
    offsets: Array.from(indices, (digit) => east[DIGITS.indexOf(digit)] ?? 0),
    untils: [...untils.slice(0, indices.length - 1), Infinity],
  };
}
