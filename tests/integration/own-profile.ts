/** A doctor's own profile as the form sends it while everything optional is empty. */
export const EMPTY_PROFILE = {
  version: 1,
  biography: null,
  languages: [],
  feeMinor: null,
  currency: "EUR",
  practiceName: null,
  address: null,
  city: null,
  country: null,
};
