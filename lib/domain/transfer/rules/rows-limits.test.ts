import { describe, expect, it } from "vitest";
import { REFERENCES, ROWS } from "./cells";
import { readRows, type Existing } from "./rows";
import { COLUMN_NAMES, IMPORT_KINDS, type ImportKind } from "../status";

const WARD = "0197a3c0-0000-7000-8000-000000000001";
const wards: Existing = { taken: new Set([`${WARD}\u0001101`]), names: new Map([["ward 1", WARD]]) };

describe("an imported row and the API's input", () => {
  const LONG = "x".repeat(5000);
  const CASES: [ImportKind, string, Record<string, string>, (cell: string) => unknown][] = [
    ["DEPARTMENTS", "name", {}, (name) => ({ name })],
    ["WARDS", "name", { kind: "ICU" }, (name) => ({ name, kind: "ICU" })],
    ["WARDS", "kind", { name: "A" }, (kind) => ({ name: "A", kind })],
    [
      "WARDS",
      "cleaning_minutes",
      { name: "A", kind: "ICU" },
      (cell) => ({ name: "A", kind: "ICU", cleaningMinutes: Number(cell) }),
    ],
    [
      "WARDS",
      "daily_rate",
      { name: "A", kind: "ICU", currency: "JPY" },
      (cell) => ({ name: "A", kind: "ICU", dailyRate: { amountMinor: Number(cell), currency: "JPY" } }),
    ],
    [
      "WARDS",
      "currency",
      { name: "A", kind: "ICU", daily_rate: "0" },
      (currency) => ({ name: "A", kind: "ICU", dailyRate: { amountMinor: 0, currency } }),
    ],
    ["BEDS", "label", { ward: "Ward 1" }, (label) => ({ wardId: WARD, label })],
    [
      "AMBULANCES",
      "registration",
      { kind: "ICU", crew_phone: "+49 30 5550100" },
      (registration) => ({ registration, kind: "ICU", crewPhone: "+49 30 5550100" }),
    ],
    [
      "AMBULANCES",
      "crew_phone",
      { registration: "A", kind: "ICU" },
      (crewPhone) => ({ registration: "A", kind: "ICU", crewPhone }),
    ],
    [
      "AMBULANCES",
      "latitude",
      { registration: "A", kind: "ICU", crew_phone: "+49 30 5550100", longitude: "1" },
      (cell) => ({ registration: "A", kind: "ICU", crewPhone: "+49 30 5550100", latitude: Number(cell), longitude: 1 }),
    ],
    [
      "AMBULANCES",
      "longitude",
      { registration: "A", kind: "ICU", crew_phone: "+49 30 5550100", latitude: "1" },
      (cell) => ({ registration: "A", kind: "ICU", crewPhone: "+49 30 5550100", latitude: 1, longitude: Number(cell) }),
    ],
    [
      "AMBULANCES",
      "kind",
      { registration: "A", crew_phone: "+49 30 5550100" },
      (kind) => ({ registration: "A", kind, crewPhone: "+49 30 5550100" }),
    ],
    ["DOCTORS", "email", {}, (email) => ({ email })],
    ["DOCTORS", "message", { email: "a@example.org" }, (message) => ({ email: "a@example.org", message })],
    ["STAFF", "email", { role: "MANAGER" }, (email) => ({ email, role: "MANAGER" })],
    ["PATIENTS", "record_number", { name: "A" }, (recordNumber) => ({ patient: { name: "A" }, recordNumber })],
    ["PATIENTS", "name", {}, (name) => ({ patient: { name } })],
    ["PATIENTS", "birth_date", { name: "A" }, (bornOn) => ({ patient: { name: "A", bornOn } })],
    ["PATIENTS", "phone", { name: "A" }, (phone) => ({ patient: { name: "A", phone } })],
    ["PATIENTS", "email", { name: "A" }, (email) => ({ patient: { name: "A" }, email })],
    ["PATIENTS", "language", { name: "A" }, (cell) => ({ patient: { name: "A" }, language: cell.toLowerCase() })],
    [
      "PATIENTS",
      "is_new",
      { name: "A" },
      (cell) => ({ patient: { name: "A" }, isNew: cell === "1" || (cell === "0" ? false : cell) }),
    ],
    ["STAFF", "role", { email: "a@example.org" }, (role) => ({ email: "a@example.org", role })],
  ];
  const CELLS = [
    "A",
    LONG,
    ...[10, 20, 21, 30, 31, 80, 81, 100, 101, 1000, 1001].map((length) => "x".repeat(length)),
    "ICU",
    "SOFT",
    "0",
    "-1",
    "1",
    "1440",
    "1441",
    "90",
    "91",
    "0.5",
    "999999999",
    "1000000000",
    "EUR",
    "QQQ",
    "XTS",
    "a@example.org",
    "a@example",
    "+49 30 5550100",
    "12",
    "\u200b",
    "\u202egpj",
    "a\u0000b",
    "-",
    "¡",
  ];

  it.each(IMPORT_KINDS)("%s: are compared in every column that names nothing else", (kind) => {
    const compared = CASES.filter(([of]) => of === kind).map(([, column]) => column);
    expect(compared.sort()).toEqual(COLUMN_NAMES[kind].filter((name) => name !== REFERENCES[kind]).sort());
  });

  it("have the same limits: each accepts and refuses what the other does", () => {
    for (const [kind, column, others, inputOf] of CASES) {
      for (const cell of CELLS) {
        const said = { ...others, [column]: cell };
        const columns = Object.fromEntries(Object.keys(said).map((name, index) => [name, index + 1]));
        const { faults } = readRows(
          kind,
          [Object.keys(said), Object.values(said)],
          { decimalSign: ".", columns },
          wards,
        );
        expect(
          faults.length === 0,
          `${kind} ${column} ${JSON.stringify(cell.slice(0, 20))}: ${JSON.stringify(faults)}`,
        ).toBe(ROWS[kind].safeParse(inputOf(cell)).success);
      }
    }
  });
});
