import { countListedDoctors } from "./queries";

/** A sitemap may hold 50,000 addresses (sitemaps.org); the rest is room for everything that is not a doctor. */
export const DOCTORS_PER_SITEMAP = 40_000;

/** How many further sitemaps the doctors need besides the first. */
export async function countFurtherSitemaps(): Promise<number> {
  return Math.max(0, Math.ceil((await countListedDoctors()) / DOCTORS_PER_SITEMAP) - 1);
}
