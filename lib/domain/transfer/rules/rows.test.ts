import { describe, expect, it } from "vitest";
import { faultsFile, templateOf } from "../format";
import { columnsOf } from "./cells";
import { readRows, type Existing } from "./rows";
import { settleReading } from "../internal/settle-reading";
import { IMPORT_KINDS, type ImportKind } from "../status";

const nothing: Existing = { taken: new Set(), names: new Map() };
const WARD = "0197a3c0-0000-7000-8000-000000000001";
const wards: Existing = { taken: new Set([`${WARD}\u0001101`]), names: new Map([["ward 1", WARD]]) };

function read(kind: ImportKind, content: string, existing: Existing = nothing) {
  const { table, reading, fault } = settleReading(kind, content, {});
  return fault ? { rows: [], rowCount: 0, faults: [fault] } : readRows(kind, table, reading, existing);
}
const faultsOf = (...args: Parameters<typeof read>) =>
  read(...args).faults.map(({ row, column, message }) => `${row} ${column ?? "-"}: ${message}`);

describe("an import file", () => {
  it.each(IMPORT_KINDS)("made from the template of %s has no errors", (kind) => {
    const names = new Map([["ward 1 north", WARD]]);
    const { rows, faults } = read(kind, templateOf(kind), { taken: new Set(), names });
    expect(faults).toEqual([]);
    expect(rows).toHaveLength(2);
  });

  it("is read with any separator, line ending, byte order mark and column order", () => {
    const rows = [{ wardId: WARD, label: "102" }];
    for (const content of [
      "ward,label\nWard 1,102",
      "ward,label\r\nWard 1,102\n\n",
      "ward|label\rWard 1|102\r",
      "sep=;\nward;label\nWard 1;102\n",
      "\ufeffLabel;Ward\r\n102;Ward 1\r\n\r\n",
      "label\tward\n102\tWard 1\n",
      'ward,label\n"Ward 1","102"\n,,\n',
    ]) {
      expect(read("BEDS", content, wards)).toMatchObject({ rows, faults: [] });
    }
  });

  it("keeps separators, quotation marks and line breaks inside quoted cells", () => {
    const { rows } = read("DOCTORS", 'email,message\na@example.org,"Come, ""soon""."\n');
    expect(rows).toEqual([{ email: "a@example.org", message: 'Come, "soon".' }]);
  });

  it("reports the row and column of every error at once, numbered as in a spreadsheet", () => {
    const content = "ward,label\nWard 1,101\n\nWard 9,1\nward 1,102\nWard 1,102\n,103\nWard 1,\n";
    expect(faultsOf("BEDS", content, wards)).toEqual([
      "2 label: Already exists",
      "4 ward: The hospital has no ward of this name",
      "6 label: Same as in row 5",
      "7 ward: Must not be empty",
      "8 label: Must not be empty",
    ]);
  });

  it("says what a cell may contain, and never repeats what it contained", () => {
    const faults = faultsOf(
      "AMBULANCES",
      "registration,kind,crew_phone,latitude,longitude\nA-1,FAST,nobody,95,1\nA-2,icu,+49 30 5550100,1,\n",
    );
    expect(faults).toEqual([
      "2 kind: Must be one of BASIC, ADVANCED, ICU, NEONATAL",
      expect.stringMatching(/^2 crew_phone: Must be a (tele)?phone number/),
      "2 latitude: Must be from -90 to 90",
      "3 latitude: Give latitude and longitude, or neither",
    ]);
    expect(JSON.stringify(faultsOf("DOCTORS", "email\nsomeone at home\n"))).not.toContain("someone");
  });

  it.each([
    ["ward\nA", "1 label: The column is missing"],
    ["ward,label\n", "1 -: The file has no rows below its header"],
    ["", "1 ward: The column is missing"],
    [
      "ward,label\nWard 1,1,2",
      "2 -: The row has more cells than columns. Is there a separator in a cell without quotes?",
    ],
    [
      'ward,label\n"Ward 1,1\n',
      "2 -: The row can't be read: a quotation mark isn't closed, or is in the middle of a cell",
    ],
    [
      'ward,label\nWard 1,1\nWa"rd 1,1\n',
      "3 -: The row can't be read: a quotation mark isn't closed, or is in the middle of a cell",
    ],
  ])("with an unreadable header or row is refused in words (%j)", (content, fault) => {
    expect(faultsOf("BEDS", content, wards)).toContain(fault);
  });

  it("accepts numbers as people write them, and refuses the rest", () => {
    const content = "name;kind;cleaning_minutes;daily_rate;currency\nA;general;30;80,50;eur\nB;icu;-1;many;euro\n";
    const { rows, faults } = read("WARDS", content);
    expect(rows).toEqual([
      { name: "A", kind: "GENERAL", cleaningMinutes: 30, dailyRate: { amountMinor: 8050, currency: "EUR" } },
    ]);
    expect(faults.map(({ column }) => column)).toEqual(["cleaning_minutes", "daily_rate", "currency"]);
  });

  it("names its template columns as it reads them", () => {
    for (const kind of IMPORT_KINDS)
      expect(templateOf(kind).split("\r\n")[0]).toBe(
        columnsOf(kind)
          .map(({ name }) => name)
          .join(","),
      );
  });

  it("finds columns by other systems' names, and ignores the rest", () => {
    const wide = ["ward_name", "bed_number", ...Array.from({ length: 328 }, (_, n) => `extra ${n}`)];
    const content = `${wide.join(",")}\nWard 1,102${",x".repeat(328)}\n`;
    expect(read("BEDS", content, wards)).toMatchObject({ rows: [{ wardId: WARD, label: "102" }], faults: [] });
    expect(
      settleReading("WARDS", "Ward name (short);Type;Price per day;CCY\nA;ICU;1.200,50;EUR\n", {}).reading,
    ).toEqual({
      separator: ";",
      decimalSign: ",",
      columns: { name: 1, kind: 2, daily_rate: 3, currency: 4 },
    });
  });

  it("is read with the chosen columns, separator and decimal sign", () => {
    const chosen = {
      separator: "|" as const,
      decimalSign: "," as const,
      columns: { name: 3, kind: 1, daily_rate: 2, currency: 4 },
    };
    const { table = [], reading } = settleReading("WARDS", "a|b|c|d|name\nICU|1.500|North|EUR|South\n", chosen);
    expect(readRows("WARDS", table, reading, nothing).rows).toEqual([
      { name: "North", kind: "ICU", dailyRate: { amountMinor: 150_000, currency: "EUR" } },
    ]);
  });

  it("with mixed line endings has as many rows as lines", () => {
    expect(read("DEPARTMENTS", "name\r\nA\nB\n").rows).toEqual([{ name: "A" }, { name: "B" }]);
  });

  it("shows the shortened value at an error, and nothing when the cell was empty", () => {
    const { faults } = read("WARDS", `name,kind\nA,SOFT\n${"x".repeat(300)},ICU\n,ICU\n`);
    expect(faults.map(({ row, column, value }) => [row, column, value?.length ?? null])).toEqual([
      [2, "kind", 4],
      [3, "name", 201],
      [4, "name", null],
    ]);
  });
});

describe("amounts in a file", () => {
  const rate = (cells: string) => read("WARDS", `name;kind;daily_rate;currency\nA;ICU;${cells}\n`);

  it.each([
    ["150000;NGN", 15_000_000],
    ["8000;JPY", 8000],
    ["8000,00;JPY", 8000],
    ["1.500;EUR", 150_000],
    ["1,250;KWD", 1250],
    ["3000;PKR", 300_000],
    ["0;EUR", 0],
  ])("%s is %i of the smallest unit", (cells, amountMinor) =>
    expect(rate(cells).rows).toMatchObject([{ dailyRate: { amountMinor } }]),
  );

  it.each([
    ["8000,5;JPY", "daily_rate"],
    ["80,505;EUR", "daily_rate"],
    ["80;QQQ", "currency"],
    ["80;XAU", "currency"],
    ["80;", "currency"],
    ["-1;EUR", "daily_rate"],
    ["9999999999;EUR", "daily_rate"],
  ])("%s is an error in %s", (cells, column) => expect(rate(cells).faults).toMatchObject([{ row: 2, column }]));
});

describe("the error file", () => {
  it("contains place, value and reason, and no formula a spreadsheet would run", () => {
    const faults = [
      { row: 2, column: "name", value: '=HYPERLINK("http://x")', message: "Is wrong" },
      { row: 3, column: null, value: null, message: "Say, why" },
      { row: 4, column: "name", value: "+1", message: "No" },
    ];
    expect(faultsFile(faults)).toBe(
      '\ufeffRow,Column,Value,Error\r\n2,name,"\'=HYPERLINK(""http://x"")",Is wrong\r\n3,,,"Say, why"\r\n4,name,\'+1,No\r\n',
    );
  });
});
