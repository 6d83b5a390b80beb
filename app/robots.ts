import type { MetadataRoute } from "next";
import { countFurtherSitemaps } from "@/lib/domain/doctors/sitemap-pages";
import { config } from "@/lib/platform/config/config";

export const dynamic = "force-dynamic";

/** The directory may be crawled; portals, accounts and the API may not. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  const { origin } = config.site;
  const further = Array.from({ length: await countFurtherSitemaps() }, (_, index) => `${origin}/sitemaps/${index + 1}`);
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: [
        "/api/",
        "/patient",
        "/doctor/",
        "/hospital/",
        "/admin",
        "/emergency/",
        "/prescriptions",
        "/reset-password",
        "/sign-in",
      ],
    },
    sitemap: [`${origin}/sitemap.xml`, ...further],
  };
}
