import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as download } from "@/app/api/exports/[id]/file/route";
import { GET as getExport } from "@/app/api/exports/[id]/route";
import { GET as listExports, POST as requestExport } from "@/app/api/hospitals/[id]/exports/route";
import { EXPORT_COLUMNS } from "@/lib/domain/data-exports/status";
import { writeExport } from "@/lib/domain/data-exports/write-export";
import { TEST_PASSWORD } from "../support/factories";
import { call, expectProblem } from "./appointments-harness";
import { hospitalId, manager, openHospital, stranger } from "./imports-harness";

beforeAll(openHospital);

const ask = (headers: Record<string, string>, over: Record<string, string> = {}) =>
  call(requestExport, {
    method: "POST",
    params: { id: hospitalId },
    headers,
    body: { kind: "STAFF", format: "CSV", hasMark: true, password: TEST_PASSWORD, ...over },
  });

describe("exports over REST", () => {
  it("lead from asking to the file", async () => {
    const asked = await ask({ ...manager, "Idempotency-Key": "export-1" });
    const id = String(asked.body.id);
    expect([asked.status, asked.headers.get("location"), asked.body.status]).toEqual([
      201,
      `/api/exports/${id}`,
      "WAITING",
    ]);
    const again = await ask({ ...manager, "Idempotency-Key": "export-1" });
    expect([again.body.id, again.headers.get("idempotent-replayed")]).toEqual([id, "true"]);
    expectProblem(await ask(manager), 409, "conflict");
    const params = { id };
    const file = () =>
      download(new Request(`http://localhost:3000/api/exports/${id}/file`, { headers: manager }), {
        params: Promise.resolve(params),
      });
    expect((await file()).status).toBe(404);
    await writeExport(id);
    const done = await call(getExport, { params, headers: manager });
    expect(done.body).toMatchObject({ status: "READY", rowCount: 2, expectedCount: 2, isOwn: true });
    const answer = await file();
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 3).toString("hex")).toBe("efbbbf");
    expect(bytes.length).toBe(done.body.byteCount);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "cache-control": "no-store",
      "content-length": String(bytes.length),
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": expect.stringMatching(/^attachment; filename="staff-\d{4}-\d\d-\d\d\.csv"$/) as string,
    });
    const listed = await call(listExports, { params: { id: hospitalId }, headers: manager });
    expect(listed.body.items).toHaveLength(1);
    expectProblem(await call(getExport, { params, headers: stranger }), 404, "not-found");
  });

  it("bind a wrong password and an impossible period to their fields", async () => {
    for (const [over, path] of [
      [{ password: "wrong" }, "password"],
      [{ fromOn: "2026-01-01" }, "fromOn"],
      [{ kind: "AUDIT" }, "kind"],
    ] as const) {
      const refused = await ask(manager, over);
      expectProblem(refused, 422, "invalid");
      expect(refused.body.errors).toEqual([expect.objectContaining({ path })]);
    }
  });
});

it("docs/api.md names every column of every kind", () => {
  const docs = readFileSync("docs/api.md", "utf8");
  for (const [kind, columns] of Object.entries(EXPORT_COLUMNS)) {
    const row = docs.split("\n").find((line) => line.startsWith(`| \`${kind}\` |`)) ?? "";
    for (const column of columns) expect(row, kind).toContain(`\`${column}\``);
  }
});
