import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { PATCH as changeWard } from "@/app/api/wards/[id]/route";
import { GET as listWards } from "@/app/api/hospitals/[id]/wards/route";
import { GET as listDoctors } from "@/app/api/doctors/route";
import { db } from "@/lib/platform/db/db";
import { instant, localDate, uuid } from "@/lib/platform/input/text";
import type { AnyRoute } from "@/lib/platform/http/route-definition";
import { createDoctor, createHospital, createStaff, createWard } from "../support/factories";
import { bearerOf, call } from "./appointments-harness";

let routes: AnyRoute[] = [];
beforeAll(async () => {
  await import("@/app/api/registry");
  const { registeredRoutes } = await import("@/lib/platform/http/route-definition");
  routes = registeredRoutes();
});

/** Spellings the database can't break: its columns are uuid, timestamptz and date. */
const SPELLINGS = [uuid, instant, localDate].map(
  (schema) => JSON.stringify(schema._zod.def.checks?.length) + String(schema.meta()?.format),
);
const isSpelling = (schema: z.core.$ZodType) =>
  SPELLINGS.includes(JSON.stringify(schema._zod.def.checks?.length) + String(z.globalRegistry.get(schema)?.format));

/**
 * What a schema requires of a value beyond its type, with its path. Whole numbers from 0 or 1 are counts and versions.
 */
function demandsOf(schema: z.core.$ZodType, path: string): string[] {
  const found = isSpelling(schema)
    ? []
    : (schema._zod.def.checks ?? []).map(
        ({ _zod: { def } }) => def as { check: string; value?: number; format?: string; inclusive?: boolean },
      );
  const demands = found
    .filter(
      (def) =>
        !(def.check === "number_format" && def.format === "safeint") &&
        !(def.check === "greater_than" && (def.value === 0 || def.value === 1)),
    )
    .map((def) => `${path}: ${def.check} ${def.format ?? def.value ?? ""}`.trim());
  // z.email(), z.uuid(), z.iso.date(): the format is the schema itself.
  if (schema instanceof z.ZodStringFormat) demands.push(`${path}: ${schema.def.format}`);
  return [...demands, ...innerOf(schema).flatMap(([name, inner]) => demandsOf(inner, `${path}${name}`))];
}

function innerOf(schema: z.core.$ZodType): [string, z.core.$ZodType][] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.core.$ZodType>).map(([name, field]) => [`.${name}`, field]);
  if (schema instanceof z.ZodArray) return [["[]", schema.def.element]];
  if (schema instanceof z.ZodRecord) return [["{}", schema.def.valueType]];
  if (schema instanceof z.ZodUnion) return schema.def.options.map((option) => ["", option]);
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return [["", schema.def.innerType]];
  if (schema instanceof z.ZodPipe)
    return [
      ["", schema.def.in],
      ["", schema.def.out],
    ];
  return [];
}

describe("an answer", () => {
  it("accepts every stored value, so that a changed limit causes no 500", () => {
    const demands = routes.flatMap(({ method, path, response }) =>
      response.schema ? demandsOf(response.schema, `${method} ${path} `) : [],
    );
    expect(demands).toEqual([]);
  });

  it("shows amounts that no form would accept, and lists keep working", async () => {
    const hospital = await createHospital();
    const manager = await bearerOf((await createStaff(hospital.id)).user);
    const dear = await createWard(hospital.id, { name: "Dear", dailyRateMinor: 999_999_999_999n, currency: "EUR" });
    await createWard(hospital.id, { name: "Odd", dailyRateMinor: 1n, currency: "QQQ" });
    const { status, body } = await call(listWards, { params: { id: hospital.id }, headers: manager });
    expect(status).toBe(200);
    expect((body.items as { dailyRate: unknown }[]).map(({ dailyRate }) => dailyRate)).toEqual(
      expect.arrayContaining([
        { amountMinor: 999_999_999_999, currency: "EUR" },
        { amountMinor: 1, currency: "QQQ" },
      ]),
    );
    const renamed = await call(changeWard, {
      method: "PATCH",
      params: { id: dear.id },
      headers: manager,
      body: { cleaningMinutes: 10 },
    });
    expect([renamed.status, renamed.body.cleaningMinutes]).toEqual([200, 10]);
    const { doctor } = await createDoctor({ over: { feeMinor: 999_999_999_999n, currency: "IRR", city: "Dearest" } });
    const found = await call(listDoctors, { query: { city: "Dearest", sort: "fee" } });
    expect((found.body.items as { id: string; fee: unknown }[]).map(({ id, fee }) => [id, fee])).toEqual([
      [doctor.id, { amountMinor: 999_999_999_999, currency: "IRR" }],
    ]);
  });

  it("does not have to check currencies, because PostgreSQL refuses impossible amounts", async () => {
    const hospital = await createHospital();
    await expect(createWard(hospital.id, { dailyRateMinor: 1_000_000_000_000n })).rejects.toThrow();
    await expect(createWard(hospital.id, { currency: "eur" })).rejects.toThrow();
    expect(await db.ward.count({ where: { hospitalId: hospital.id } })).toBe(0);
  });
});
