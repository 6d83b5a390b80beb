/** The demo's places. Hospitals, streets and phone numbers are invented. */
export type CityKey = "berlin" | "newYork" | "nairobi" | "tokyo" | "lisbon";

export type City = {
  name: string;
  country: string;
  timeZone: string;
  latitude: number;
  longitude: number;
  currency: string;
  /** Minor units: fees are drawn between these, in steps. */
  fee: { from: number; to: number; step: number };
  streets: readonly string[];
  /** The prefix of the practices' invented numbers. */
  phonePrefix: string;
  /** A language every local doctor speaks. */
  language: string;
};

export const CITIES: Record<CityKey, City> = {
  berlin: {
    name: "Berlin",
    country: "DE",
    timeZone: "Europe/Berlin",
    latitude: 52.5163,
    longitude: 13.3777,
    currency: "EUR",
    fee: { from: 4500, to: 14000, step: 500 },
    language: "de",
    phonePrefix: "+49 30 23127 ",
    streets: ["Lindenwaldallee", "Am Kranichufer", "Weidenpfad", "Papierstraße", "Kastanienbogen", "Spatzengasse"],
  },
  newYork: {
    name: "New York",
    country: "US",
    timeZone: "America/New_York",
    latitude: 40.7306,
    longitude: -73.9866,
    currency: "USD",
    fee: { from: 9000, to: 32000, step: 1000 },
    language: "en",
    phonePrefix: "+1 212 555 0",
    streets: ["Juniper Slip", "Old Ferry Street", "Lantern Avenue", "Quarry Place", "Almond Street"],
  },
  nairobi: {
    name: "Nairobi",
    country: "KE",
    timeZone: "Africa/Nairobi",
    latitude: -1.2841,
    longitude: 36.8155,
    currency: "KES",
    fee: { from: 250000, to: 800000, step: 25000 },
    language: "en",
    phonePrefix: "+254 20 555 0",
    streets: ["Mwangaza Road", "Jacaranda Rise", "Kingfisher Lane", "Acacia Bend", "Ndege Close"],
  },
  tokyo: {
    name: "Tokyo",
    country: "JP",
    timeZone: "Asia/Tokyo",
    latitude: 35.7101,
    longitude: 139.8107,
    currency: "JPY",
    fee: { from: 3500, to: 12000, step: 500 },
    language: "ja",
    phonePrefix: "+81 3 5550 0",
    streets: ["Hoshimachi", "Kawabe-dori", "Minato-zaka", "Sakuragi-cho", "Tsukikage-dori"],
  },
  lisbon: {
    name: "Lisbon",
    country: "PT",
    timeZone: "Europe/Lisbon",
    latitude: 38.7139,
    longitude: -9.1334,
    currency: "EUR",
    fee: { from: 4000, to: 9000, step: 500 },
    language: "pt",
    phonePrefix: "+351 21 055 5",
    streets: ["Rua da Gaivota", "Calçada do Vento"],
  },
};

export type HospitalPlan = {
  slug: string;
  name: string;
  city: CityKey;
  address: string;
  latitude: number;
  longitude: number;
  phone: string;
  description: string;
  isVerified: boolean;
  departments: readonly string[];
};

export const HOSPITALS: readonly HospitalPlan[] = [
  {
    slug: "lindenhof-klinikum-berlin",
    name: "Lindenhof Klinikum Berlin",
    city: "berlin",
    isVerified: true,
    address: "Lindenwaldallee 12, 10557 Berlin",
    latitude: 52.5251,
    longitude: 13.3694,
    phone: "+49 30 23125 100",
    description:
      "A teaching hospital beside the canal with out-patient clinics for the whole city and an emergency department that never closes.",
    departments: [
      "Emergency",
      "Internal medicine",
      "Cardiology",
      "Surgery and orthopaedics",
      "Women and birth",
      "Children",
      "Neurology",
      "Head and senses",
    ],
  },
  {
    slug: "hudson-bridge-medical-center",
    name: "Hudson Bridge Medical Center",
    city: "newYork",
    isVerified: true,
    address: "400 Old Ferry Street, New York, NY 10013",
    latitude: 40.7203,
    longitude: -74.0069,
    phone: "+1 212 555 0140",
    description:
      "Primary and specialist care under one roof, with evening clinics on weekdays and interpreters for nine languages.",
    departments: [
      "Emergency",
      "Internal medicine",
      "Heart",
      "Bones and joints",
      "Women's health",
      "Children",
      "Mind and nerves",
    ],
  },
  {
    slug: "karura-heights-hospital",
    name: "Karura Heights Hospital",
    city: "nairobi",
    isVerified: true,
    address: "Jacaranda Rise 7, Nairobi",
    latitude: -1.2432,
    longitude: 36.8317,
    phone: "+254 20 555 0170",
    description:
      "A community hospital at the edge of the forest, known for maternity care and a busy children's clinic.",
    departments: ["Casualty", "Internal medicine", "Maternity", "Children", "Surgery", "Eyes and ears"],
  },
  {
    slug: "sumida-riverside-hospital",
    name: "Sumida Riverside Hospital",
    city: "tokyo",
    isVerified: true,
    address: "2-14 Kawabe-dori, Sumida-ku, Tokyo",
    latitude: 35.7148,
    longitude: 139.8021,
    phone: "+81 3 5550 0123",
    description:
      "A riverside hospital with short ways, morning clinics from half past eight and care in Japanese, English and Korean.",
    departments: [
      "Emergency",
      "Internal medicine",
      "Heart and lungs",
      "Orthopaedics",
      "Women and children",
      "Neurology",
    ],
  },
  {
    slug: "miradouro-hospital-lisbon",
    name: "Miradouro Hospital",
    city: "lisbon",
    isVerified: false,
    address: "Calçada do Vento 3, Lisbon",
    latitude: 38.7145,
    longitude: -9.1278,
    phone: "+351 21 055 5010",
    description: "A new day hospital on the hill.",
    departments: ["Internal medicine"],
  },
  {
    slug: "havelbogen-unfallklinik",
    name: "Havelbogen Unfallklinik",
    city: "berlin",
    isVerified: true,
    address: "Spatzengasse 40, 13597 Berlin",
    latitude: 52.5352,
    longitude: 13.2086,
    phone: "+49 30 23126 100",
    description:
      "A trauma centre at the western edge of the city with a helipad and operating theatres that run day and night.",
    departments: ["Emergency", "Surgery"],
  },
];
