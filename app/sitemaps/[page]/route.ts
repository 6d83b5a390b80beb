import { DOCTORS_PER_SITEMAP } from "@/lib/domain/doctors/sitemap-pages";
import { listDoctorSlugs } from "@/lib/domain/doctors/queries";
import { config } from "@/lib/platform/config/config";
import { routes } from "@/lib/site/routes";

/** Further sitemaps of doctors: `/sitemaps/1`, `/sitemaps/2`, … Slugs are plain ASCII and need no escaping. */
export async function GET(_request: Request, { params }: { params: Promise<{ page: string }> }): Promise<Response> {
  const page = /^[1-9]\d{0,3}$/.exec((await params).page)?.[0];
  const doctors = page
    ? await listDoctorSlugs({ skip: Number(page) * DOCTORS_PER_SITEMAP, take: DOCTORS_PER_SITEMAP })
    : [];
  if (doctors.length === 0) return new Response("Not found", { status: 404 });
  const urls = doctors.map(
    ({ slug, updatedAt }) =>
      `<url><loc>${config.site.origin}${routes.doctors.profile(slug)}</loc><lastmod>${updatedAt.toISOString()}</lastmod></url>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
  return new Response(xml, { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}
