import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";

/**
 * Required fields: a name, a child's date of birth, a vehicle's registration, a crew's number, the reason for being out of
 * service, and what someone is allergic to. A change may leave them out, but blank is an error.
 */
const KEPT = [
  "accounts/schema.ts profileInput.name",
  "accounts/schema.ts profileInput.timeZone",
  "ambulances/schema.ts changeAmbulanceInput.registration",
  "ambulances/schema.ts changeAmbulanceInput.crewPhone",
  "ambulances/schema.ts replaceVehicleInput.outOfServiceReason",
  "background/schema.ts changeAllergyBody.substance",
  "background/schema.ts changeAllergyInput.substance",
  "background/schema.ts changeConditionBody.name",
  "background/schema.ts changeConditionInput.name",
  "doctors/schema.ts ownProfileInput.name",
  "family/schema.ts changeChildBody.name",
  "family/schema.ts changeChildBody.bornOn",
  "family/schema.ts changeChildInput.name",
  "family/schema.ts changeChildInput.bornOn",
  "beds/schema.ts changeBedInput.label",
  "beds/schema.ts changeBedInput.wardId",
  "beds/schema.ts changeWardInput.name",
  "recalls/schema.ts changeRecallBody.month",
  "recalls/schema.ts changeRecallBody.reason",
  "recalls/schema.ts changeRecallInput.month",
  "recalls/schema.ts changeRecallInput.reason",
  // Stored as they are; the week's editor sends null for an empty day.
  "schedules/schema.ts weeklyRuleSchema.validFrom",
  "schedules/schema.ts weeklyRuleSchema.validTo",
];
/** Written by programs and buttons, never left empty by a person: IDs, filters, tokens. */
const NOT_TYPED =
  /(Output|Query|Filter)$|\.(id|version|expectedVersion|cursor|doctorId|trackingToken|state|kind|status|hospitalId|direction|verifiesCallers|condition|content|file)$/;

const files = readdirSync("lib/domain", { withFileTypes: true }).flatMap((module) =>
  readdirSync(join("lib/domain", module.name), { recursive: true, encoding: "utf8" })
    .filter((name) => /(^|\/)schema[a-z-]*\.ts$/.test(name))
    .map((name) => `${module.name}/${name}`),
);

type Found = { name: string; field: z.ZodType };

/** Returns an object's fields and those of nested objects, each with its dotted name. */
function fieldsOf(schema: unknown, name: string): Found[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return fieldsOf(schema.unwrap(), name);
  if (schema instanceof z.ZodDiscriminatedUnion) return schema.options.flatMap((option) => fieldsOf(option, name));
  if (schema instanceof z.ZodPipe) return fieldsOf(schema.in, name);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([key, field]) => [
    { name: `${name}.${key}`, field: field as z.ZodType },
    ...fieldsOf(field, `${name}.${key}`),
  ]);
}

const accepts = (field: z.ZodType, value: unknown) => field.safeParse(value).success;
const SAMPLES = [
  "x",
  "Text",
  "a@b.example",
  "+49 30 901820",
  "2020-02-02",
  "2030-01-31T09:30:00Z",
  "Europe/Berlin",
  "DE",
  "0197a3c0-0000-7000-8000-000000000001",
  "12.5",
];
const isText = (field: z.ZodType) => SAMPLES.some((sample) => accepts(field, sample));

test("accepts an empty value for every optional field", async () => {
  const refused: string[] = [];
  let seen = 0;
  for (const file of files) {
    const exported = (await import(join(process.cwd(), "lib/domain", file))) as Record<string, unknown>;
    for (const { name, field } of Object.entries(exported).flatMap(([name, schema]) =>
      fieldsOf(schema, `${file} ${name}`),
    )) {
      if (NOT_TYPED.test(name) || NOT_TYPED.test(name.split(" ")[1]?.split(".")[0] ?? "") || !isText(field)) continue;
      if (!accepts(field, undefined) && !accepts(field, null)) continue;
      seen++;
      if (!(accepts(field, "") && accepts(field, "  "))) refused.push(name);
    }
  }
  expect(seen).toBeGreaterThan(40);
  expect(refused.filter((name) => !KEPT.includes(name))).toEqual([]);
});
