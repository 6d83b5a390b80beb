import { describe, expect, it } from "vitest";
import { templateOf } from "./format";
import { parseTable } from "./parse-table";
import { columnsOf } from "./rules-cells";
import { readRows, type Existing } from "./rules-rows";
import { IMPORT_KINDS, type ImportKind } from "./status";

const nothing: Existing = { taken: new Set(), names: new Map() };
const wards: Existing = { taken: new Set(["ward 1\u0001101"]), names: new Map([["ward 1", "id-1"]]) };

function read(kind: ImportKind, content: string, existing: Existing = nothing) {
  const { table, fault } = parseTable(content);
  return fault ? { rows: [], rowCount: 0, faults: [fault] } : readRows(kind, table, existing);
}
const faultsOf = (...args: Parameters<typeof read>) => read(...args).faults.map(({ row, column, message }) => `${row} ${column ?? "-"}: ${message}`);

describe("a file", () => {
  it.each(IMPORT_KINDS)("made from the template of %s has no fault", (kind) => {
    const names = new Map([["ward 1 north", "id"]]);
    const { rows, faults } = read(kind, templateOf(kind), { taken: new Set(), names });
    expect(faults).toEqual([]);
    expect(rows).toHaveLength(2);
  });

  it("is read whatever separates its cells, ends its lines, begins it, and in which order its columns stand", () => {
    const rows = [{ ward: "Ward 1", label: "102" }];
    for (const content of ["ward,label\nWard 1,102", "\ufeffLabel;Ward\r\n102;Ward 1\r\n\r\n", "label\tward\n102\tWard 1\n", 'ward,label\n"Ward 1","102"\n,,\n']) {
      expect(read("BEDS", content, wards)).toMatchObject({ rows, faults: [] });
    }
  });

  it("keeps separators, quotation marks and line breaks inside quoted cells", () => {
    const { rows } = read("DOCTORS", 'email,message\na@example.org,"Come, ""soon""."\n');
    expect(rows).toEqual([{ email: "a@example.org", message: 'Come, "soon".' }]);
  });

  it("says row and column of every fault at once, rows as a spreadsheet counts them", () => {
    const content = "ward,label\nWard 1,101\n\nWard 9,1\nward 1,102\nWard 1,102\n,103\nWard 1,\n";
    expect(faultsOf("BEDS", content, wards)).toEqual([
      "2 label: Is there already",
      "4 ward: The hospital has no ward of this name",
      "6 label: Is the same as in row 5",
      "7 ward: Must not be empty",
      "8 label: Must not be empty",
    ]);
  });

  it("says what a cell may hold, and never repeats what it held", () => {
    const faults = faultsOf("AMBULANCES", "registration,kind,crew_phone,latitude,longitude\nA-1,FAST,nobody,95,1\nA-2,icu,+49 30 5550100,1,\n");
    expect(faults).toEqual([
      "2 kind: Must be one of BASIC, ADVANCED, ICU, NEONATAL",
      "2 crew_phone: Must be a telephone number such as +49 30 1234567",
      "2 latitude: Must be degrees from -90 to 90 such as 52.5163",
      "3 longitude: Give latitude and longitude, or neither",
    ]);
    expect(JSON.stringify(faultsOf("DOCTORS", "email\nsomebody at home\n"))).not.toContain("somebody");
  });

  it.each([
    ["ward,label,colour\nA,1,red", "1 -: Column 3 is none of ward, label"],
    ["ward\nA", "1 label: The column is missing"],
    ["ward,label,label\nA,1,2", "1 label: The column is there twice"],
    ["ward,label\n", "1 -: The file has no rows below its header"],
    ["", "1 ward: The column is missing"],
    ["ward,label\nWard 1,1,2", "2 -: The row has more cells than there are columns; is a separator inside a cell without quotes?"],
    ['ward,label\n"Ward 1,1\n', "2 -: The row cannot be read: a quotation mark is opened and not closed, or stands in the middle of a cell"],
    ['ward,label\nWard 1,1\nWa"rd 1,1\n', "3 -: The row cannot be read: a quotation mark is opened and not closed, or stands in the middle of a cell"],
  ])("with a header or a row that cannot be read is refused in words (%j)", (content, fault) => {
    expect(faultsOf("BEDS", content, wards)).toContain(fault);
  });

  it("takes numbers as people write them, and refuses the rest", () => {
    const content = "name;kind;cleaning_minutes;daily_rate;currency\nA;general;30;80,50;eur\nB;icu;-1;many;euro\n";
    const { rows, faults } = read("WARDS", content);
    expect(rows).toEqual([{ name: "A", kind: "GENERAL", cleaning_minutes: 30, daily_rate: 80.5, currency: "EUR" }]);
    expect(faults.map(({ column }) => column)).toEqual(["cleaning_minutes", "daily_rate", "currency"]);
  });

  it("names its columns in the template as it reads them", () => {
    for (const kind of IMPORT_KINDS) expect(templateOf(kind).split("\r\n")[0]).toBe(columnsOf(kind).map(({ name }) => name).join(","));
  });
});
