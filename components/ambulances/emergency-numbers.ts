export type EmergencyNumber = {
  where: string;
  number: string;
  /** A pattern of the time zones where it is used. */ zones: RegExp;
};

const EUROPE: EmergencyNumber = {
  where: "Europe and many other countries",
  number: "112",
  zones: /^(Europe|Atlantic\/(Azores|Madeira|Canary|Faroe|Reykjavik))/,
};

/** The numbers people know where the demo's and most other hospitals are. The first is the default. */
export const EMERGENCY_NUMBERS: readonly EmergencyNumber[] = [
  EUROPE,
  {
    where: "United States and Canada",
    number: "911",
    zones:
      /^(US\/|Canada\/|America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage|Juneau|Toronto|Montreal|Vancouver|Winnipeg|Edmonton|Regina|Halifax|St_Johns|Moncton|Indiana\/|Kentucky\/|North_Dakota\/)|Pacific\/Honolulu)/,
  },
  { where: "Japan", number: "119", zones: /^(Asia\/Tokyo|Japan)/ },
  { where: "Kenya", number: "999", zones: /^Africa\/Nairobi/ },
  { where: "United Kingdom", number: "999", zones: /^(Europe\/(London|Belfast|Jersey|Guernsey|Isle_of_Man)|GB)/ },
  { where: "India", number: "112", zones: /^Asia\/(Kolkata|Calcutta)/ },
  { where: "Nepal", number: "102", zones: /^Asia\/(Kathmandu|Katmandu)/ },
  { where: "Australia", number: "000", zones: /^Australia\// },
];

/**
 * Returns the number to show first for a time zone. A zone does not prove where someone is, so the country is always
 * shown with the number, and all others are one tap away.
 */
export function likelyNumber(timeZone: string): EmergencyNumber {
  const others = EMERGENCY_NUMBERS.filter((one) => one !== EUROPE);
  return others.find(({ zones }) => zones.test(timeZone)) ?? EUROPE;
}
