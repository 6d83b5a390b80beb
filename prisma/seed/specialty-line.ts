type ServiceLine = readonly [slug: string, name: string, minutes: number, description: string];

/** A specialty with its services, as the catalogue is written down. */
export type SpecialtyLine = { slug: string; name: string; description: string; services: readonly ServiceLine[] };
