import { beforeAll, describe, expect, it } from "vitest";
import { GET as getPrescription } from "@/app/api/appointments/[id]/prescription/route";
import { GET as getPdf } from "@/app/api/appointments/[id]/prescription/pdf/route";
import { POST as withdraw } from "@/app/api/appointments/[id]/prescription/withdraw/route";
import { POST as verify } from "@/app/api/prescriptions/verify/route";
import { CHECK_LIMIT } from "@/lib/domain/prescriptions/rules";
import { db } from "@/lib/platform/db/db";
import { newPatient } from "@/tests/support/actors";
import { signedVisit } from "../integration/encounter-harness";
import { bearerOf, call, essence, expectProblem, pathsOf, type Handler, type Sent } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
let visit: Awaited<ReturnType<typeof signedVisit>>;
beforeAll(async () => {
  visit = await signedVisit();
});

const send = async (handler: unknown, user: { id: string }, id: string, sent: Sent = {}) =>
  call(handler as Handler, { ...sent, headers: await bearerOf(user), params: { id } });
const check = (body: unknown) => call(verify as Handler, { method: "POST", body });

describe("a prescription by REST", () => {
  it("is read with its code, checked without an account, and withdrawn by its doctor", async () => {
    const { patient, doctor, appointmentId } = visit;
    const read = await send(getPrescription, patient.user, appointmentId);
    expect(read).toMatchObject({ status: 200, body: { appointmentId, withdrawn: null } });
    expect(read.headers.get("cache-control")).toBe("no-store");
    const { code } = read.body;
    const valid = await check({ code });
    expect([valid.status, valid.text]).toEqual([200, '{"valid":true}']);
    expect(valid.headers.get("cache-control")).toBe("no-store");
    const body = { reason: "The dose was wrong" };
    expectProblem(await send(withdraw, patient.user, appointmentId, { method: "POST", body }), 404, "not-found");
    const withdrawn = await send(withdraw, doctor.user, appointmentId, { method: "POST", body });
    expect(withdrawn).toMatchObject({ status: 200, body: { code: null, withdrawn: body } });
    expect((await check({ code })).text).toBe('{"valid":false}');
    expectProblem(
      await send(withdraw, doctor.user, appointmentId, { method: "POST", body }),
      409,
      "invalid-transition",
    );
  });

  it("looks like a missing one to everyone else", async () => {
    const { user } = await newPatient();
    const [others, missing] = [
      await send(getPrescription, user, visit.appointmentId),
      await send(getPrescription, user, MISSING),
    ];
    expectProblem(others, 404, "not-found");
    expect(essence(others)).toEqual(essence(missing));
  });

  it("is a PDF, under a name that tells nothing; or none, with the reason", async () => {
    const { patient, doctor, appointmentId } = await signedVisit();
    const pdf = await send(getPdf, patient.user, appointmentId);
    expect(pdf.status).toBe(200);
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect(pdf.headers.get("content-disposition")).toBe('attachment; filename="prescription.pdf"');
    expect(pdf.headers.get("cache-control")).toBe("no-store");
    expect(pdf.text).toMatch(/^%PDF-/);
    expectProblem(await send(getPdf, patient.user, appointmentId, { query: { paper: "a3" } }), 422, "invalid");
    expectProblem(await send(getPdf, (await newPatient()).user, appointmentId), 404, "not-found");
    await db.patient.update({ where: { id: patient.patient.id }, data: { name: "王小明" } });
    expectProblem(await send(getPdf, doctor.user, appointmentId), 422, "invalid");
  });

  it("is not withdrawn without a reason", async () => {
    const sent = { method: "POST", body: { reason: " " } };
    const refused = await send(withdraw, visit.doctor.user, visit.appointmentId, sent);
    expect(pathsOf(expectProblem(refused, 422, "invalid"))).toEqual(["reason"]);
  });
});

describe("checking a code", () => {
  it("answers the same for a code that is none, one that never was, and one that was withdrawn", async () => {
    const answers = await Promise.all(
      ["", "none", "0000-0000-0000-0000", "é".repeat(200)].map((code) => check({ code })),
    );
    for (const answer of answers) expect([answer.status, answer.text]).toEqual([200, '{"valid":false}']);
  });

  it("is limited for each network", async () => {
    const answer = await check({ code: "none" });
    expect(answer.headers.get("ratelimit-policy")).toContain(CHECK_LIMIT.name);
    expectProblem(await check({ code: 5 }), 422, "invalid");
    expectProblem(await check({ code: "x".repeat(201) }), 422, "invalid");
  });
});
