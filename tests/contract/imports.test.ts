import { beforeAll, describe, expect, it } from "vitest";
import { GET as listImports } from "@/app/api/hospitals/[id]/imports/route";
import { POST as dismissImport } from "@/app/api/imports/[id]/dismiss/route";
import { GET as getImport } from "@/app/api/imports/[id]/route";
import { POST as runImport } from "@/app/api/imports/[id]/run/route";
import { POST as undoImport } from "@/app/api/imports/[id]/undo/route";
import { GET as getTemplate } from "@/app/api/import-templates/[kind]/route";
import { continueImport } from "@/lib/domain/transfer/continue-imports";
import { templateOf } from "@/lib/domain/transfer/format";
import { db } from "@/lib/platform/db/db";
import { call, essence, expectProblem } from "./appointments-harness";
import { coordinator, hospitalId, manager, openHospital, patient, start, stranger } from "./imports-harness";

beforeAll(openHospital);

describe("imports over REST", () => {
  it("lead from the template to the tables and back, each answer with its version as ETag", async () => {
    const template = await getTemplate(new Request("http://localhost:3000/api/import-templates/DEPARTMENTS"), {
      params: Promise.resolve({ kind: "DEPARTMENTS" }),
    });
    expect(template.headers.get("content-disposition")).toContain("departments.csv");
    const content = await template.text();
    const started = await start({ ...manager, "Idempotency-Key": "import-1" }, { kind: "DEPARTMENTS", content });
    expect([started.status, started.headers.get("location"), started.body.status]).toEqual([
      201,
      `/api/imports/${String(started.body.id)}`,
      "CHECKING",
    ]);
    const again = await start({ ...manager, "Idempotency-Key": "import-1" }, { kind: "DEPARTMENTS", content });
    expect([again.body.id, again.headers.get("idempotent-replayed")]).toEqual([started.body.id, "true"]);

    const params = { id: String(started.body.id) };
    await continueImport(params.id);
    const checked = await call(getImport, { params, headers: manager });
    expect(checked.body).toMatchObject({ status: "CHECKED", rowCount: 2, faults: [] });
    expectProblem(
      await call(runImport, { method: "POST", params, headers: { ...manager, "If-Match": '"1"' } }),
      412,
      "precondition-failed",
    );
    const running = await call(runImport, {
      method: "POST",
      params,
      headers: { ...manager, "If-Match": checked.headers.get("etag")! },
    });
    expect([running.status, running.body.status]).toEqual([200, "RUNNING"]);
    expectProblem(await call(runImport, { method: "POST", params, headers: manager }), 409, "invalid-transition");
    await continueImport(params.id);
    expect((await call(undoImport, { method: "POST", params, headers: manager })).body).toMatchObject({
      status: "UNDONE",
    });
    expectProblem(await call(undoImport, { method: "POST", params, headers: manager }), 409, "invalid-transition");
  });

  it("belong to the hospital's managers: 403 for a coordinator and 404 for everyone else", async () => {
    const body = { kind: "WARDS", content: templateOf("WARDS") };
    const { body: own } = await start(manager, body);
    const params = { id: String(own.id) };
    const nowhere = { id: crypto.randomUUID() };
    expectProblem(await start(coordinator, body), 403, "forbidden");
    for (const headers of [stranger, patient]) expectProblem(await start(headers, body), 404, "not-found");
    for (const headers of [coordinator, stranger, patient]) {
      for (const [handler, method] of [
        [getImport, "GET"],
        [runImport, "POST"],
        [undoImport, "POST"],
      ] as const) {
        const anothers = await call(handler, { method, params, headers });
        expectProblem(anothers, 404, "not-found");
        expect(essence(anothers)).toEqual(essence(await call(handler, { method, params: nowhere, headers })));
      }
      expectProblem(await call(listImports, { params: { id: hospitalId }, headers }), 404, "not-found");
    }
    expect((await call(getImport, { params })).status).toBe(401);
  });

  it("are listed newest first, page by page, each once", async () => {
    for (let n = 0; n < 3; n++) await start(manager, { kind: "DEPARTMENTS", content: "name\nA\n" });
    const all = (await call(listImports, { params: { id: hospitalId }, headers: manager, query: { limit: "100" } }))
      .body.items as { id: string }[];
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await call(listImports, {
        params: { id: hospitalId },
        headers: manager,
        query: { limit: "2", ...(cursor ? { cursor } : {}) },
      });
      seen.push(...(body.items as { id: string }[]).map(({ id }) => id));
      cursor = (body.nextCursor as string | null) ?? undefined;
    } while (cursor);
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it("can be dismissed: neither their text nor their errors are kept, and they can't be run", async () => {
    const { body: faulty } = await start(manager, { kind: "WARDS", content: "name,kind\nA,SOFT\n" });
    const { body: checked } = await start(manager, { kind: "DEPARTMENTS", content: "name\nPut away\n" });
    for (const { id } of [faulty, checked]) {
      await continueImport(String(id));
      const params = { id: String(id) };
      expectProblem(await call(dismissImport, { method: "POST", params, headers: stranger }), 404, "not-found");
      expect((await call(dismissImport, { method: "POST", params, headers: manager })).body).toMatchObject({
        faults: [],
        dismissedAt: expect.any(String),
      });
      expectProblem(await call(dismissImport, { method: "POST", params, headers: manager }), 409, "invalid-transition");
      expectProblem(await call(runImport, { method: "POST", params, headers: manager }), 409, "invalid-transition");
      expect(await db.import.findUniqueOrThrow({ where: params })).toMatchObject({ content: "", faults: [] });
      const listed = (
        await call(listImports, { params: { id: hospitalId }, headers: manager, query: { limit: "100" } })
      ).body.items as { id: string }[];
      expect(listed.map((item) => item.id)).not.toContain(id);
    }
  });
});
