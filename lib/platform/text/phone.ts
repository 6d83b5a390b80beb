import { digit } from "./fold";

/** What a telephone number is typed with; how it is read is on the server (`read-phone.ts`), where the world's numbers are known. */

/** Marks nobody sees: they come along when a number is copied from a contact. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const EXTENSION = /^(.*?)\s*(?:;ext=|,|#|ext\.?|extension|x)\s*(\d{1,7})$/i;
const STORED = /^\+\d{4,17}(?:;ext=\d{1,7})?$/;

/** With plain digits, spaces and hyphens, and without marks nobody sees. */
export function cleanPhone(typed: string): string {
  const plain = typed
    .replace(INVISIBLE, "")
    .normalize("NFKC")
    .replace(/\p{Pd}|\u2212/gu, "-")
    .replace(/\p{Zs}+/gu, " ");
  return plain.replace(/\p{Nd}/gu, (sign) => digit(sign) ?? sign).trim();
}

/** The number and its extension, if it has one. */
export function splitExtension(phone: string): { number: string; extension: string | null } {
  const [, number, extension] = EXTENSION.exec(phone) ?? [];
  return number !== undefined && extension !== undefined ? { number, extension } : { number: phone, extension: null };
}

/** Something to dial: 5 to 20 digits among the usual signs. */
export function isPhone(typed: string): boolean {
  const { number } = splitExtension(cleanPhone(typed));
  return /^\+?[0-9()./ -]+$/.test(number) && /^(\D*\d){5,20}\D*$/.test(number);
}

/** False for what could not be read as a number and is kept as it was typed; numbers from before may hold spaces. */
export function isDialable(phone: string): boolean {
  return STORED.test(phone.replace(/[()./ -]/g, ""));
}

const CODE = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/;

/** A stored number for people: `+49 309 018 20`, `+1 212 555 0140 ext. 12`. What was kept as typed stays so. */
export function showPhone(phone: string): string {
  if (!STORED.test(phone)) return phone;
  const { number, extension } = splitExtension(phone);
  const [, code, rest = ""] = CODE.exec(number) ?? [];
  if (!code) return number;
  // In threes, and never a last digit alone: four there.
  const groups = rest.match(/\d{3}(?=\d{2})|\d+/g) ?? [rest];
  return `+${code} ${groups.join(" ")}${extension === null ? "" : ` ext. ${extension}`}`;
}

/** A phone number as a link that dials it, its extension after a pause. */
export function telHref(phone: string): string {
  const { number, extension } = splitExtension(cleanPhone(phone));
  return `tel:${number.replace(/[^+\d]/g, "")}${extension === null ? "" : `;ext=${extension}`}`;
}
