import type { Chance } from "./random";

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** What every part of the demo is created with. */
export type World = { now: Date; chance: Chance; passwordHash: string };

/** "Dr. Đorđe Zlatanović-Heim" → "dorde-zlatanovic-heim". */
export function slugOf(name: string): string {
  return name
    .replace(/^Dr\. /, "")
    .replace(/[ıİ]/g, "i")
    .replace(/[đĐ]/g, "d")
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
