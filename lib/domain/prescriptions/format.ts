import type { PrescriptionOutput } from "./schema";

export { groupCode, readCode } from "./rules";

type Medicine = PrescriptionOutput["medicines"][number];

/** "500 mg, capsule". */
export function productText({ strength, form }: Pick<Medicine, "strength" | "form">): string {
  return [strength, form.toLowerCase()].filter(Boolean).join(", ");
}

/** Everything that is said of how a medicine is taken, each under its name; what isn't said is left out. */
export function directionsOf(medicine: Medicine): { label: string; text: string }[] {
  const { dose, route, frequency, days, instructions, allergyReason } = medicine;
  return [
    { label: "Dose", text: dose },
    { label: "How", text: route },
    { label: "How often", text: frequency },
    { label: "For how long", text: days === null ? "Until further notice" : `${days} ${days === 1 ? "day" : "days"}` },
    { label: "Instructions", text: instructions },
    { label: "In spite of a recorded allergy", text: allergyReason },
  ].filter(({ text }) => text !== "");
}

/** The place, each on a line of its own: its name, its address, and its town where the address lacks it. */
export function placeLines({ name, address, city }: PrescriptionOutput["place"]): string[] {
  const town = city && !address?.includes(city) ? city : null;
  return [name, address, town].filter((line): line is string => Boolean(line));
}

/** Where paper is measured in inches. */
const LETTER = new Set(["US", "CA", "MX", "PH", "CL", "CO", "CR", "DO", "GT", "PA", "PR", "SV", "VE"]);

/** The paper in a reader's printer. */
export function paperOf(locale: string): "a4" | "letter" {
  return LETTER.has(new Intl.Locale(locale).region ?? "") ? "letter" : "a4";
}
