/** The words are English, so their numbers are, too. */
const NUMBERS = new Intl.NumberFormat("en-GB");
const PLURALS = new Intl.PluralRules("en-GB");

/** "1 bed", "1,204 beds". */
export function counted(count: number, one: string, many?: string): string {
  return `${NUMBERS.format(count)} ${plural(count, one, many)}`;
}

/** The word alone: "bed", "beds". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return PLURALS.select(count) === "one" ? one : many;
}

/** A number alone, as English writes it: "1,204". */
export function numberText(value: number): string {
  return NUMBERS.format(value);
}
