import type { ImportKind } from "../status";

/**
 * Other systems' names for our columns, as letters and digits only. A header with one of these is used for the column
 * until another is chosen. The surest first; the column's own name always takes precedence.
 */
const OTHER_NAMES: Record<ImportKind, Record<string, string[]>> = {
  DEPARTMENTS: {
    name: [
      "department",
      "departmentname",
      "departmenttitle",
      "dept",
      "deptname",
      "title",
      "clinic",
      "unit",
      "specialty",
      "abteilung",
    ],
  },
  WARDS: {
    name: ["ward", "wardname", "wardtitle", "station", "unit", "unitname", "title"],
    kind: ["type", "wardkind", "wardtype", "category", "class", "careunit", "caretype"],
    department: ["departmentname", "dept", "deptname", "division", "clinic"],
    cleaning_minutes: ["cleaning", "cleaningtime", "cleaningmins", "turnaround", "turnaroundminutes"],
    daily_rate: [
      "rate",
      "dayrate",
      "dailyrate",
      "dailycharge",
      "price",
      "priceperday",
      "charge",
      "cost",
      "tariff",
      "amount",
    ],
    currency: ["currencycode", "curr", "ccy"],
  },
  BEDS: {
    ward: ["wardname", "wardtitle", "station", "unit", "unitname", "department"],
    label: [
      "bed",
      "bedlabel",
      "bednumber",
      "bedno",
      "bednr",
      "bedname",
      "bedid",
      "bedcode",
      "number",
      "no",
      "name",
      "code",
    ],
  },
  AMBULANCES: {
    registration: [
      "registrationnumber",
      "regno",
      "regnumber",
      "reg",
      "plate",
      "plateno",
      "platenumber",
      "licenseplate",
      "licenceplate",
      "numberplate",
      "vehicle",
      "vehicleno",
      "vehiclenumber",
      "vehicleregistration",
      "callsign",
    ],
    kind: ["type", "vehiclekind", "vehicletype", "ambulancetype", "category", "class", "level"],
    crew_phone: [
      "phone",
      "crewtelephone",
      "telephone",
      "tel",
      "mobile",
      "phonenumber",
      "crewphonenumber",
      "contact",
      "contactnumber",
    ],
    latitude: ["lat", "ycoordinate", "y"],
    longitude: ["lon", "lng", "long", "xcoordinate", "x"],
  },
  DOCTORS: {
    email: ["emailaddress", "mail", "mailaddress", "doctoremail", "contactemail", "workemail"],
    department: ["departmentname", "dept", "deptname", "division", "clinic"],
    message: ["note", "text", "comment", "remark", "invitation"],
  },
  STAFF: {
    email: ["emailaddress", "mail", "mailaddress", "staffemail", "useremail", "contactemail", "workemail"],
    role: ["staffrole", "position", "function", "kind", "type", "rights", "access"],
  },
  PATIENTS: {
    record_number: [
      "recordno",
      "recordid",
      "mrn",
      "medicalrecordnumber",
      "patientnumber",
      "patientno",
      "patientid",
      "hospitalnumber",
      "number",
      "id",
    ],
    name: ["patient", "patientname", "fullname"],
    birth_date: ["birthdate", "dateofbirth", "dob", "bornon", "born", "birthday", "geburtsdatum"],
    phone: ["telephone", "tel", "mobile", "phonenumber", "contactnumber"],
    email: ["emailaddress", "mail", "mailaddress"],
    language: ["lang", "preferredlanguage", "languagecode", "spokenlanguage"],
    is_new: ["new", "someonenew"],
  },
};

/** `Crew phone`, `crew_phone`, `Crew-Phone (mobile)`: text in brackets is a remark. */
function plainName(typed: string): string {
  return typed
    .normalize("NFKD")
    .replace(/[([].*$/u, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Finds each of our columns in a header, counted from 1: by its own name, else by another system's. Each is used once.
 */
export function guessColumns(
  kind: ImportKind,
  names: readonly string[],
  header: readonly string[],
): Record<string, number> {
  const plain = header.map(plainName);
  const found: Record<string, number> = {};
  const taken = new Set<number>();
  const take = (name: string, wanted: string) => {
    const at = plain.findIndex((one, index) => one === wanted && !taken.has(index));
    if (at < 0 || found[name] !== undefined) return;
    found[name] = at + 1;
    taken.add(at);
  };
  for (const name of names) take(name, plainName(name));
  for (const name of names) for (const other of OTHER_NAMES[kind][name] ?? []) take(name, other);
  return found;
}

/** Guesses the decimal sign from number cells; a point when nothing tells, a comma when semicolons separate cells. */
export function guessDecimalSign(cells: Iterable<string>, separator: string): "." | "," {
  let points = 0;
  let commas = separator === ";" ? 0.5 : 0;
  for (const cell of cells) {
    const sign = /^[-+]?[\d\s.,’']*([.,])\d*\s*$/.exec(cell)?.[1];
    if (!sign || /^\d{1,3}[.,]\d{3}$/.test(cell.trim())) continue;
    if (sign === ",") commas++;
    else points++;
  }
  return commas > points ? "," : ".";
}
