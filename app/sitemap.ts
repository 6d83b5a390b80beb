import type { MetadataRoute } from "next";
import { DOCTORS_PER_SITEMAP } from "@/lib/domain/doctors/sitemap-pages";
import { listDoctorSlugs } from "@/lib/domain/doctors/queries";
import { listHospitalSlugs } from "@/lib/domain/hospitals/queries";
import { listServiceSlugs } from "@/lib/domain/services/queries";
import { config } from "@/lib/platform/config/config";
import { routes } from "@/lib/site/routes";

export const dynamic = "force-dynamic";

/** Everything listed; doctors beyond the first 40,000 are in /sitemaps/1, /sitemaps/2, … (robots.txt names them). */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [doctors, hospitals, services] = await Promise.all([
    listDoctorSlugs({ skip: 0, take: DOCTORS_PER_SITEMAP }),
    listHospitalSlugs(),
    listServiceSlugs(),
  ]);
  const at = (path: string) => `${config.site.origin}${path}`;
  return [
    ...[
      routes.home(),
      routes.doctors.list(),
      routes.hospitals.list(),
      routes.services.list(),
      routes.emergency.request(),
    ].map((path) => ({ url: at(path) })),
    ...hospitals.map(({ slug, updatedAt }) => ({ url: at(routes.hospitals.profile(slug)), lastModified: updatedAt })),
    ...services.map(({ slug }) => ({ url: at(routes.services.details(slug)) })),
    ...doctors.map(({ slug, updatedAt }) => ({ url: at(routes.doctors.profile(slug)), lastModified: updatedAt })),
  ];
}
