import iconv from "iconv-lite";
import { beforeAll, describe, expect, it } from "vitest";
import { POST as previewImport } from "@/app/api/hospitals/[id]/import-previews/route";
import { GET as getFaults } from "@/app/api/imports/[id]/faults/route";
import { GET as getImport } from "@/app/api/imports/[id]/route";
import { POST as runImport } from "@/app/api/imports/[id]/run/route";
import { continueImport } from "@/lib/domain/transfer/continue-imports";
import { db } from "@/lib/platform/db/db";
import { call, expectProblem, pathsOf } from "./appointments-harness";
import { coordinator, hospitalId, manager, openHospital, start, stranger } from "./imports-harness";

beforeAll(openHospital);

describe("imports over REST", () => {
  it("preview how a file would be read before anything is stored, and let each part be changed", async () => {
    const preview = (body: object, headers = manager) =>
      call(previewImport, { method: "POST", params: { id: hospitalId }, headers, body });
    const before = await db.import.count();
    const file = iconv
      .encode("Ward name;Type;Rate;Currency;Floor\r\nDětské oddělení;ICU;80,50;CZK;3\n", "windows-1250")
      .toString("base64");
    const seen = await preview({ kind: "WARDS", file });
    expect([seen.status, seen.body]).toEqual([
      200,
      {
        kind: "WARDS",
        encoding: "windows-1250",
        separator: ";",
        decimalSign: ",",
        header: ["Ward name", "Type", "Rate", "Currency", "Floor"],
        columns: { name: 1, kind: 2, daily_rate: 3, currency: 4 },
        missing: [],
        rows: [["Dětské oddělení", "ICU", "80,50", "CZK", "3"]],
        rowCount: 1,
        fault: null,
      },
    ]);
    const changed = await preview({
      kind: "WARDS",
      file,
      encoding: "windows-1252",
      decimalSign: ".",
      columns: { name: 5 },
    });
    expect(changed.body).toMatchObject({
      encoding: "windows-1252",
      decimalSign: ".",
      columns: { name: 5 },
      missing: ["kind"],
      rows: [["Dìtské oddìlení", "ICU", "80,50", "CZK", "3"]],
    });
    expectProblem(await preview({ kind: "WARDS", file }, coordinator), 403, "forbidden");
    expectProblem(await preview({ kind: "WARDS", file }, stranger), 404, "not-found");
    for (const wrong of [
      { kind: "WARDS" },
      { kind: "WARDS", file, content: "x" },
      { kind: "WARDS", file: "§" },
      { kind: "WARDS", file, encoding: "latin" },
      { kind: "WARDS", file, columns: { beds: 1 } },
    ]) {
      expectProblem(await preview(wrong), 422, "invalid");
    }
    expect(await db.import.count()).toBe(before);
    const started = await start(manager, { kind: "WARDS", file });
    await continueImport(String(started.body.id));
    await call(runImport, { method: "POST", params: { id: String(started.body.id) }, headers: manager });
    await continueImport(String(started.body.id));
    expect(await db.ward.findFirst({ where: { hospitalId, kind: "ICU" } })).toMatchObject({
      name: "Dětské oddělení",
      dailyRateMinor: 8050n,
      currency: "CZK",
    });
  });

  it("hold a file to the API's limits, so that every imported ward can be listed and saved", async () => {
    const { body } = await start(manager, {
      kind: "WARDS",
      content: "name,kind,daily_rate,currency\nLagos,ICU,150000,NGN\nToo dear,ICU,99999999999,NGN\n",
    });
    await continueImport(String(body.id));
    const checked = await call(getImport, { params: { id: String(body.id) }, headers: manager });
    expect(checked.body).toMatchObject({
      status: "FAULTY",
      faultCount: 1,
      faults: [{ row: 3, column: "daily_rate", value: "99999999999" }],
    });
    const file = await call(getFaults, { params: { id: String(body.id) }, headers: manager });
    expect([file.status, file.headers.get("content-type"), file.text]).toEqual([
      200,
      "text/csv; charset=utf-8",
      expect.stringContaining("3,daily_rate,99999999999,"),
    ]);
    expectProblem(await call(getFaults, { params: { id: String(body.id) }, headers: coordinator }), 404, "not-found");
  });

  it("name the invalid field, and refuse files that aren't text", async () => {
    const refused = async (body: object) => pathsOf(expectProblem(await start(manager, body), 422, "invalid"));
    expect(await refused({ kind: "INVOICES", content: "name\nA\n" })).toContain("kind");
    expect(await refused({ kind: "WARDS", content: "" })).toContain("content");
    expect(await refused({ kind: "WARDS", content: "name\u0000" })).toContain("content");
    expect(await refused({ kind: "WARDS", content: "name\n", more: 1 })).toContain("more");
  });
});
