import { addressLd } from "@/components/doctors/physician-ld";
import type { HospitalProfile } from "@/lib/domain/hospitals/schema";
import { routes } from "@/lib/site/routes";

/** A listed hospital in schema.org's vocabulary. */
export function hospitalLd(hospital: HospitalProfile, origin: string): Record<string, unknown> {
  const url = `${origin}${routes.hospitals.profile(hospital.slug)}`;
  return {
    "@type": "Hospital",
    "@id": url,
    url,
    name: hospital.name,
    ...(hospital.description ? { description: hospital.description } : {}),
    ...(hospital.phone ? { telephone: hospital.phone } : {}),
    address: addressLd(hospital),
    ...(hospital.latitude !== null
      ? { geo: { "@type": "GeoCoordinates", latitude: hospital.latitude, longitude: hospital.longitude } }
      : {}),
    department: hospital.departments.map(({ name }) => ({ "@type": "MedicalBusiness", name })),
  };
}
