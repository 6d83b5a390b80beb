import type { GuardedField } from "./schema-changes";

export const FIELD_LABELS: Record<GuardedField, string> = {
  name: "Name",
  address: "Address",
  city: "City",
  country: "Country",
  latitude: "Latitude",
  longitude: "Longitude",
  phone: "Phone",
  registrationNumber: "Registration number",
};
