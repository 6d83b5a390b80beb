import type { Place } from "@/lib/domain/directory/schema";
import type { DoctorProfile } from "@/lib/domain/doctors/schema";
import { routes } from "@/lib/site/routes";

/** A listed doctor in schema.org's vocabulary. */
export function physicianLd(doctor: DoctorProfile, origin: string): Record<string, unknown> {
  const [place] = doctor.places;
  return {
    "@type": "Physician",
    "@id": `${origin}${routes.doctors.profile(doctor.slug)}`,
    url: `${origin}${routes.doctors.profile(doctor.slug)}`,
    name: doctor.name,
    medicalSpecialty: doctor.specialties.map(({ name }) => name),
    knowsLanguage: doctor.languages,
    ...(doctor.biography ? { description: doctor.biography } : {}),
    ...(place ? { address: addressLd(place) } : {}),
    ...(place?.latitude != null
      ? { geo: { "@type": "GeoCoordinates", latitude: place.latitude, longitude: place.longitude } }
      : {}),
    ...(doctor.fee ? { currenciesAccepted: doctor.fee.currency } : {}),
    hospitalAffiliation: doctor.places.flatMap(({ hospital }) =>
      hospital
        ? [{ "@type": "Hospital", "@id": `${origin}${routes.hospitals.profile(hospital.slug)}`, name: hospital.name }]
        : [],
    ),
    availableService: doctor.services.map(({ name, description }) => ({
      "@type": "MedicalTherapy",
      name,
      description,
    })),
  };
}

/** A place's address in schema.org's vocabulary. */
export function addressLd(place: Pick<Place, "address" | "city" | "country">): Record<string, unknown> {
  return {
    "@type": "PostalAddress",
    streetAddress: place.address,
    addressLocality: place.city,
    addressCountry: place.country,
  };
}
