import { randomInt } from "node:crypto";
import anyAscii from "any-ascii";
import type { Tx } from "@/lib/platform/db/db";

/** Turns a name into a slug in Latin letters: `Dr. Élise Brandt-Köhler` → `dr-elise-brandt-kohler`, `李明` → `liming`. */
export function slugOf(name: string, fallback: string): string {
  const latin = anyAscii(name.normalize("NFKC").replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, ""));
  const slug = latin
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return slug || fallback;
}

/**
 * Returns the first free one of `base`, `base-2`, `base-3`, …. The caller holds the lock `slug:<base>` (see
 * `slugLock`).
 */
export async function freeSlug(tx: Tx, of: "doctor" | "hospital", base: string): Promise<string> {
  const choices = [base, ...Array.from({ length: 50 }, (_, n) => `${base}-${n + 2}`)];
  const where = { slug: { in: choices } };
  const rows =
    of === "doctor"
      ? await tx.doctor.findMany({ where, select: { slug: true } })
      : await tx.hospital.findMany({ where, select: { slug: true } });
  const taken = new Set(rows.map((row) => row.slug));
  // More than fifty of one name: a random suffix.
  return choices.find((slug) => !taken.has(slug)) ?? `${base}-${randomInt(1e6, 1e9)}`;
}

/** Returns the lock that keeps two people of one name from choosing the same slug at once. */
export function slugLock(of: "doctor" | "hospital", base: string): string {
  return `slug:${of}:${base}`;
}
