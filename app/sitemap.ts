import type { MetadataRoute } from "next";
import { DOCTORS_PER_SITEMAP } from "@/lib/domain/doctors/sitemap-pages";
import { listedDoctorSlugs } from "@/lib/domain/doctors/queries";
import { listedHospitalSlugs } from "@/lib/domain/hospitals/queries";
import { serviceSlugs } from "@/lib/domain/services/queries";
import { config } from "@/lib/platform/config/config";

export const dynamic = "force-dynamic";

/** Everything listed; doctors beyond the first 40,000 are in /sitemaps/1, /sitemaps/2, … (robots.txt names them). */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [doctors, hospitals, services] = await Promise.all([
    listedDoctorSlugs({ skip: 0, take: DOCTORS_PER_SITEMAP }),
    listedHospitalSlugs(),
    serviceSlugs(),
  ]);
  const at = (path: string) => `${config.site.origin}${path}`;
  return [
    ...["/", "/doctors", "/hospitals", "/services", "/emergency"].map((path) => ({ url: at(path) })),
    ...hospitals.map(({ slug, updatedAt }) => ({ url: at(`/hospitals/${slug}`), lastModified: updatedAt })),
    ...services.map(({ slug }) => ({ url: at(`/services/${slug}`) })),
    ...doctors.map(({ slug, updatedAt }) => ({ url: at(`/doctors/${slug}`), lastModified: updatedAt })),
  ];
}
