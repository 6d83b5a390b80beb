import { beforeAll, describe, expect, it } from "vitest";
import { GET as listDoctors } from "@/app/api/doctors/route";
import { listSuggestions } from "@/lib/domain/directory/list-suggestions";
import { db } from "@/lib/platform/db/db";
import { createDoctor } from "../support/factories";
import { call } from "./appointments-harness";

const CITY = "Wordsworth";
const names = new Map<string, string>();

async function of(slug: string, name: string): Promise<void> {
  const { id: specialtyId } = await db.specialty.findUniqueOrThrow({ where: { slug } });
  const { doctor } = await createDoctor({ over: { name, city: CITY } });
  await db.doctorSpecialty.create({ data: { doctorId: doctor.id, specialtyId } });
  names.set(doctor.id, name);
}

beforeAll(async () => {
  await of("cardiology", "Ada One");
  await of("general-practice", "Bea Two");
  await of("paediatrics", "Cy Three");
  await of("orthopaedics", "Di Four");
  await of("rheumatology", "Ed Five");
  await of("ent", "Flo Hearing");
  await of("dermatology", "Gus Heart");
});

async function found(query: Record<string, string>): Promise<string[]> {
  const all: string[] = [];
  let cursor: string | undefined;
  do {
    const { status, body } = await call(listDoctors, {
      query: { city: CITY, limit: "1", ...query, ...(cursor ? { cursor } : {}) },
    });
    expect(status).toBe(200);
    all.push(...(body.items as { id: string }[]).map(({ id }) => names.get(id) ?? "?"));
    cursor = (body.nextCursor as string | null) ?? undefined;
  } while (cursor);
  return all;
}

describe("everyday words in the directory", () => {
  it.each([
    ["GP", ["Bea Two"]],
    ["family doctor", ["Bea Two"]],
    ["kids", ["Cy Three"]],
    ["blood test", ["Bea Two"]],
    ["knee pain", ["Di Four", "Ed Five"]],
    ["my knees hurt", ["Di Four"]],
    ["two gp", ["Bea Two"]],
    ["nobody gp", []],
  ])("%j finds %j, most likely first, page by page, each once", async (q, expected) =>
    expect(await found({ q })).toEqual(expected),
  );

  it("lead to the specialty, never to a similar sound, and still find a name", async () => {
    expect((await found({ q: "heart" })).toSorted()).toEqual(["Ada One", "Gus Heart"]);
    expect(await found({ q: "hearing" })).toEqual(["Flo Hearing"]);
  });

  it("are accepted as a specialty, too", async () => {
    expect(await found({ specialty: "heart" })).toEqual(["Ada One"]);
    expect(await found({ specialty: "family-doctor" })).toEqual(["Bea Two"]);
    expect(await found({ specialty: "no-such-thing" })).toEqual([]);
  });

  it("suggest alternatives when they find no one: a filter to remove, a specialty nearby", async () => {
    const instead = await listSuggestions({ q: "dialysis", city: CITY, language: "zu", sort: "relevance" });
    expect(instead).not.toContainEqual({ without: "city" });
    const nearby = await listSuggestions({ specialty: "nephrology", city: CITY, sort: "relevance" });
    expect(nearby).toEqual(expect.arrayContaining([{ without: "specialty" }, { specialty: "general-practice" }]));
    expect(nearby).not.toContainEqual({ specialty: "urology" });
  });
});
