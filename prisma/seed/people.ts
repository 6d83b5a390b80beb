import type { CityKey } from "./places";

/** Everyone in the demo. All are invented; tests look for these names where no name may ever be. */
export type DoctorPlan = {
  name: string;
  city: CityKey;
  specialties: readonly string[];
  /** ISO 639-1. */
  languages: readonly string[];
  /** Works at the city's hospital, in their own practice, or in both. */
  works: "hospital" | "practice" | "both";
  verification?: "PENDING" | "REJECTED";
};

type Line = readonly [name: string, specialties: string, languages: string, works: DoctorPlan["works"]];

const BERLIN: readonly Line[] = [
  ["Dr. Mira Sonnwald", "general-practice", "de en fr", "both"],
  ["Dr. Jonas Apfelkern", "cardiology", "de en", "hospital"],
  ["Dr. Selin Yıldızhan", "paediatrics", "de tr en", "both"],
  ["Dr. Ansgar Möwenstein", "orthopaedics", "de", "hospital"],
  ["Dr. Katarzyna Brzozowicz-Falk", "gynaecology", "de pl en", "hospital"],
  ["Dr. Rafiq Nurabadi", "neurology", "de fa en", "hospital"],
  ["Dr. Lotte Birkenhain", "dermatology", "de en nl", "practice"],
  ["Dr. Emeka Lindqvist-Obi", "general-practice", "de en sv", "practice"],
  ["Dr. Helene Rabenfels", "psychiatry", "de fr", "practice"],
  ["Dr. Đorđe Zlatanović-Heim", "gastroenterology", "de sr en", "hospital"],
  ["Dr. Frieda Taubengrün", "ophthalmology", "de en", "hospital"],
  ["Dr. Oskar Wiesenthau", "ent", "de en es", "both"],
  ["Dr. Leyla Demirkaya-Storch", "endocrinology cardiology", "de tr", "hospital"],
  ["Dr. Valentin Quellbrunn", "oncology", "de en ru", "hospital"],
];

const NEW_YORK: readonly Line[] = [
  ["Dr. Theodora Larkmoor", "general-practice", "en el", "both"],
  ["Dr. Xiomara Ventresca", "cardiology", "en es", "hospital"],
  ["Dr. Desmond Applegarth", "orthopaedics", "en", "hospital"],
  ["Dr. Priya Chandrashore", "endocrinology", "en hi ta", "hospital"],
  ["Dr. Malachi Fernsby-Roux", "psychiatry", "en fr", "practice"],
  ["Dr. Yun-seo Hallowbrook", "dermatology", "en ko", "practice"],
  ["Dr. Isadora Quillfeather", "paediatrics", "en es pt", "both"],
  ["Dr. Ruben Castlewick", "pulmonology", "en es", "hospital"],
  ["Dr. Zipporah Nightingale-Wu", "gynaecology", "en zh", "hospital"],
  ["Dr. Cormac Silverthorn", "urology", "en ga", "hospital"],
  ["Dr. Ngozi Willowmere", "rheumatology", "en ig", "practice"],
];

const NAIROBI: readonly Line[] = [
  ["Dr. Wambui Kilelemoja", "general-practice", "en sw", "both"],
  ["Dr. Otieno Ziwalake", "paediatrics", "en sw luo", "hospital"],
  ["Dr. Amina Baharisafi", "gynaecology", "en sw ar", "hospital"],
  ["Dr. Kiprop Mlimanyota", "cardiology", "en sw", "hospital"],
  ["Dr. Zawadi Nyotambili", "ophthalmology", "en sw", "hospital"],
  ["Dr. Baraka Mtolindo", "ent allergology", "en sw fr", "practice"],
  ["Dr. Nasra Upepomwanga", "dermatology", "en sw so", "practice"],
  ["Dr. Tumaini Jualetu", "nephrology", "en sw", "hospital"],
  ["Dr. Mumbi Asubuhikamau", "general-practice", "en sw", "hospital"],
];

const TOKYO: readonly Line[] = [
  ["Dr. Haruka Mizuhoshi", "general-practice", "ja en", "both"],
  ["Dr. Kenji Tsukikawa", "cardiology", "ja en", "hospital"],
  ["Dr. Aoi Kazemori", "paediatrics", "ja", "hospital"],
  ["Dr. Ren Hoshinogawa", "orthopaedics", "ja en", "hospital"],
  ["Dr. Sumire Asagumo", "gynaecology", "ja en ko", "both"],
  ["Dr. Takumi Yukishiro-Lane", "neurology", "ja en", "hospital"],
  ["Dr. Chiyo Harunami", "dermatology", "ja", "practice"],
  ["Dr. Min-jae Umibayashi", "gastroenterology", "ja ko en", "hospital"],
  ["Dr. Satsuki Amanohara", "pulmonology allergology", "ja en", "hospital"],
  ["Dr. Itsuki Kumonoue", "psychiatry", "ja en", "practice"],
];

const listed = (city: CityKey, lines: readonly Line[]): DoctorPlan[] =>
  lines.map(([name, specialties, languages, works]) => ({
    name,
    city,
    works,
    specialties: specialties.split(" "),
    languages: languages.split(" "),
  }));

/** The demo's own doctor is the first. */
export const DOCTORS: readonly DoctorPlan[] = [
  ...listed("berlin", BERLIN),
  ...listed("newYork", NEW_YORK),
  ...listed("nairobi", NAIROBI),
  ...listed("tokyo", TOKYO),
  {
    name: "Dr. Ottilie Farnkraut",
    city: "berlin",
    specialties: ["allergology"],
    languages: ["de"],
    works: "practice",
    verification: "PENDING",
  },
  {
    name: "Dr. Caspian Thistledown",
    city: "newYork",
    specialties: ["nephrology"],
    languages: ["en"],
    works: "practice",
    verification: "PENDING",
  },
  {
    name: "Dr. Inês Marvento",
    city: "lisbon",
    specialties: ["general-practice"],
    languages: ["pt", "en"],
    works: "practice",
    verification: "PENDING",
  },
  {
    name: "Dr. Pemba Lhotsang",
    city: "tokyo",
    specialties: ["urology"],
    languages: ["ja", "ne"],
    works: "practice",
    verification: "REJECTED",
  },
];

const GIVEN: Record<Exclude<CityKey, "lisbon">, readonly string[]> = {
  berlin: ["Paula", "Emil", "Nour", "Greta", "Mehmet", "Wanda", "Anton", "Ylva"],
  newYork: ["Delphine", "Marcus", "Soledad", "Winston", "Keisha", "Ezra", "Mei", "Thaddeus"],
  nairobi: ["Akinyi", "Juma", "Neema", "Kamau", "Halima", "Odhiambo", "Makena", "Rashid"],
  tokyo: ["Yuzu", "Daichi", "Kaede", "Sora", "Minako", "Hinata", "Riku", "Tamaki"],
};

const FAMILY: Record<Exclude<CityKey, "lisbon">, readonly string[]> = {
  berlin: ["Haselbach", "Sternickel", "Wolkenrath", "Ahornsee", "Kieselgrund"],
  newYork: ["Pemberwick", "Oakhollow", "Santarosa-Vale", "Brightmoor", "Copperfield-Ames"],
  nairobi: ["Mwezikali", "Jotosana", "Njiandefu", "Mawingu", "Ukunda-Pole"],
  tokyo: ["Hanabatake", "Kirisame", "Mizutamari", "Aozorano", "Kogarashi"],
};

export type PatientPlan = { name: string; city: Exclude<CityKey, "lisbon"> };

/** The demo's own patient is the first. */
export const PATIENTS: readonly PatientPlan[] = [
  { name: "Ada Winterfeld", city: "berlin" },
  ...(["berlin", "newYork", "nairobi", "tokyo"] as const).flatMap((city) =>
    FAMILY[city].flatMap((family) => GIVEN[city].map((given) => ({ name: `${given} ${family}`, city }))),
  ),
];

const FAMILY_IN_BEDS: Record<Exclude<CityKey, "lisbon">, string> = {
  berlin:
    "Amselhain Buchenrath Distelkamp Eichwinkel Fliederau Ginsterfeld Haferkorn Immenhof Jasminbach Kornblume Lerchenau Mohnfeld Nebelheim Ottersee Pappelstein Quittenau Rapsheim Schlehdorn Tannhof Ulmental",
  newYork: "Ashdown-Lee Birchgate Cloverfield Dovecote Elderwick Foxglen Goldcrest Heathrow-Diaz Ivyland Juniperhill",
  nairobi: "Asalibora Bahatinzuri Chemchemi Dalilikuu Fahariyetu Hekimalulu Imaratatu Jengatena Kisimachema Lulubahari",
  tokyo: "Akinoha Fuyuzora Harukaze Iwashimizu Kagerou Matsukaze Natsuyama Oborozuki Shigurezaka Tachibanaen",
};

/** The patients in the hospitals' beds; they have no accounts. */
export const INPATIENTS: readonly PatientPlan[] = (["berlin", "newYork", "nairobi", "tokyo"] as const).flatMap((city) =>
  FAMILY_IN_BEDS[city]
    .split(" ")
    .flatMap((family) => GIVEN[city].map((given) => ({ name: `${given} ${family}`, city }))),
);

/** The same person as the first of INPATIENTS, entered a second time with a slip of the hand. */
export const ENTERED_TWICE = "Paula Amselhein";

/** Ambulance callers. */
export const CALLERS: readonly string[] = [
  "Ludmila Brisenhauch",
  "Konrad Silberpappel",
  "Aurelia Sandgrube",
  "Ferdinand Moosgrund",
  "Ileana Wettermark",
  "Justus Blaumeisen",
];

/** [hospital slug, name, role]; the demo's own manager is the first. */
export const STAFF: readonly (readonly [hospital: string, name: string, role: "MANAGER" | "COORDINATOR"])[] = [
  ["lindenhof-klinikum-berlin", "Henrike Tannengrund", "MANAGER"],
  ["lindenhof-klinikum-berlin", "Bilal Sommerhof", "COORDINATOR"],
  ["hudson-bridge-medical-center", "Josephine Harrowgate", "MANAGER"],
  ["hudson-bridge-medical-center", "Tobiah Marchbanks", "COORDINATOR"],
  ["karura-heights-hospital", "Grace Milimbora", "MANAGER"],
  ["sumida-riverside-hospital", "Shigeru Tokinagare", "MANAGER"],
  ["miradouro-hospital-lisbon", "Teresa Pinheiral", "MANAGER"],
  ["havelbogen-unfallklinik", "Ragna Uferschwalbe", "MANAGER"],
];

export const ADMIN_NAME = "Noor Abendrot";

/** Every name in the demo. */
export const ALL_NAMES: readonly string[] = [
  ...DOCTORS.map((doctor) => doctor.name.replace(/^Dr\. /, "")),
  ...PATIENTS.map((patient) => patient.name),
  ...INPATIENTS.map((patient) => patient.name),
  ENTERED_TWICE,
  ...CALLERS,
  ...STAFF.map(([, name]) => name),
  ADMIN_NAME,
];
