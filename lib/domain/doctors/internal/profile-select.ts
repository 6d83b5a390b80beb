/** What a doctor may read and change of their own profile, and the version and standing it has. */
export const profileSelect = {
  verification: true,
  version: true,
  name: true,
  biography: true,
  languages: true,
  feeMinor: true,
  currency: true,
  practiceName: true,
  phone: true,
  videoUrl: true,
  address: true,
  city: true,
  country: true,
  registrationNumber: true,
  specialties: { select: { specialtyId: true } },
} as const;
