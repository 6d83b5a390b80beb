import { countListedDoctors } from "./queries";

/** A sitemap may contain 50,000 addresses (sitemaps.org); the rest is for everything but doctors. */
export const DOCTORS_PER_SITEMAP = 40_000;

/** Returns how many more sitemaps the doctors need besides the first. */
export async function countFurtherSitemaps(): Promise<number> {
  return Math.max(0, Math.ceil((await countListedDoctors()) / DOCTORS_PER_SITEMAP) - 1);
}
