import { digit } from "./fold";

/** What a phone number is typed with. It is parsed on the server (`read-phone.ts`), which knows the world's numbers. */

/** Invisible characters that come along when a number is copied from a contact. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const EXTENSION = /^(.*?)\s*(?:;ext=|,|#|ext\.?|extension|x)\s*(\d{1,7})$/i;
const STORED = /^\+\d{4,17}(?:;ext=\d{1,7})?$/;

/** Normalises digits, spaces and hyphens, and removes invisible characters. */
export function cleanPhone(typed: string): string {
  const plain = typed
    .replace(INVISIBLE, "")
    .normalize("NFKC")
    .replace(/\p{Pd}|\u2212/gu, "-")
    .replace(/\p{Zs}+/gu, " ");
  return plain.replace(/\p{Nd}/gu, (sign) => digit(sign) ?? sign).trim();
}

/** Splits a number from its extension, if it has one. */
export function splitExtension(phone: string): { number: string; extension: string | null } {
  const [, number, extension] = EXTENSION.exec(phone) ?? [];
  return number !== undefined && extension !== undefined ? { number, extension } : { number: phone, extension: null };
}

/** Tells whether it can be dialled: 5 to 20 digits among the usual characters. */
export function isPhone(typed: string): boolean {
  const { number } = splitExtension(cleanPhone(typed));
  return /^\+?[0-9()./ -]+$/.test(number) && /^(\D*\d){5,20}\D*$/.test(number);
}

/** False for what could not be parsed and is stored as typed; older numbers may contain spaces. */
export function isDialable(phone: string): boolean {
  return STORED.test(phone.replace(/[()./ -]/g, ""));
}

const CODE = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/;

/**
 * Formats a stored number for people: `+49 309 018 20`, `+1 212 555 0140 ext. 12`. What was stored as typed stays so.
 */
export function showPhone(phone: string): string {
  if (!STORED.test(phone)) return phone;
  const { number, extension } = splitExtension(phone);
  const [, code, rest = ""] = CODE.exec(number) ?? [];
  if (!code) return number;
  // In groups of three, and four rather than a single last digit.
  const groups = rest.match(/\d{3}(?=\d{2})|\d+/g) ?? [rest];
  return `+${code} ${groups.join(" ")}${extension === null ? "" : ` ext. ${extension}`}`;
}

/** Returns a link that dials a phone number, its extension after a pause. */
export function telHref(phone: string): string {
  const { number, extension } = splitExtension(cleanPhone(phone));
  return `tel:${number.replace(/[^+\d]/g, "")}${extension === null ? "" : `;ext=${extension}`}`;
}
