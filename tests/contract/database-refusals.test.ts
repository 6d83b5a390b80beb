import { describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { toAppError } from "@/lib/platform/errors/driver-errors";
import { createPatient, createUser } from "@/tests/support/factories";

describe("a refusal by PostgreSQL", () => {
  const failing = async (query: () => Promise<unknown>) =>
    toAppError(await query().catch((error: unknown) => error))?.code;
  const id = "0197a3c0-0000-7000-8000-00000000000a";

  it("is never answered as an internal error", async () => {
    const user = await createUser();
    expect(await failing(() => db.$queryRaw`SELECT ${"x"}::uuid`)).toBe("invalid");
    expect(await failing(() => db.$queryRaw`SELECT ${"a\u0000b"}::text`)).toBe("invalid");
    expect(await failing(() => db.$queryRaw`SELECT 3000000000::int8::int4`)).toBe("invalid");
    expect(await failing(() => db.$queryRaw`SELECT '2030-02-30'::date`)).toBe("invalid");
    expect(await failing(() => db.$queryRaw`SELECT 1/0`)).toBeUndefined();
    expect(await failing(() => db.user.create({ data: { email: user.email, name: "A", passwordHash: "x" } }))).toBe(
      "already-exists",
    );
    expect(await failing(() => db.user.update({ where: { id }, data: { name: "B" } }))).toBe("not-found");
    expect(await failing(() => db.user.findUnique({ where: { id: "x" } }))).toBe("invalid");
    expect(await failing(() => db.user.update({ where: { id: user.id }, data: { name: "a\u0000b" } }))).toBe("invalid");
    expect(
      await failing(() => db.patientAccess.create({ data: { userId: user.id, patientId: id, relation: "SELF" } })),
    ).toBe("conflict");
    const { patient } = await createPatient();
    expect(await failing(() => db.patient.delete({ where: { id: patient.id } }))).toBe("conflict");
  });
});
