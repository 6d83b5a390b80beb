import { beforeAll, describe, expect, it } from "vitest";
import { findSearchQuery } from "@/lib/domain/directory/find-search-query";
import { db } from "@/lib/platform/db/db";
import { seedDemo } from "@/prisma/seed/seed";
import { createDoctor } from "@/tests/support/factories";
import { now, search } from "./directory-harness";

const names = async (query: Record<string, string>) => (await search(query)).items.map((item) => item.name);

beforeAll(async () => {
  await seedDemo({ now });
}, 300_000);

describe("a directory search", () => {
  it.each([
    ["a name", "sonnwald", "Dr. Mira Sonnwald"],
    ["a beginning", "sonnw", "Dr. Mira Sonnwald"],
    ["without accents", "zlatanovic", "Dr. Đorđe Zlatanović-Heim"],
    ["with other accents and capitals", "MÖWENSTÉIN", "Dr. Ansgar Möwenstein"],
    ["with one letter too few", "birkenhan", "Dr. Lotte Birkenhain"],
    ["with one letter wrong", "apfelkorn", "Dr. Jonas Apfelkern"],
    ["with two letters swapped", "quillfaether", "Dr. Isadora Quillfeather"],
    ["with its title and in any order", "Larkmoor, Dr. Theodora", "Dr. Theodora Larkmoor"],
  ])("finds %s (%s)", async (_what, q, name) => expect(await names({ q })).toContain(name));

  it("finds by specialty and place together, misspelt too", async () => {
    const found = await search({ q: "cardiolgy berlin" });
    expect(found.items.length).toBeGreaterThan(0);
    for (const item of found.items) {
      expect(item.specialties.map((one) => one.slug)).toContain("cardiology");
      expect(item.places.map((place) => place.city)).toContain("Berlin");
    }
  });

  it("finds those who work at a hospital or offer a service by its name", async () => {
    expect(await names({ q: "karura heights" })).toContain("Dr. Otieno Ziwalake");
    expect(await names({ q: "headache clinic" })).toContain("Dr. Rafiq Nurabadi");
  });

  it.each([
    "' OR 1=1 --",
    "%",
    "_",
    "\\",
    "a & | ! ( ) : *",
    '\'); DROP TABLE "Doctor"; --',
    "<script>",
    "::::",
    "💉",
    "zzzzqqqq",
    '"',
    "a:*b",
    "''",
  ])("treats %s as plain text", async (q) => {
    const found = await search({ q });
    expect(Array.isArray(found.items)).toBe(true);
    expect(await db.doctor.count()).toBe(48);
  });

  it("matches a whole word only while no longer one starts with it", async () => {
    expect(await findSearchQuery("birkenh berlin")).toBe("'birkenh':* & ('berlin')");
    await db.$executeRaw`INSERT INTO "SearchWord" ("word") VALUES ('berlinghoff')`;
    expect(await findSearchQuery("berlin")).toBe("'berlin':*");
    await db.$executeRaw`DELETE FROM "SearchWord" WHERE "word" = 'berlinghoff'`;
  });

  it("finds no one for an unknown word", async () => expect(await names({ q: "xyzzyplugh" })).toEqual([]));
});

describe("directory filters", () => {
  it.each<[Record<string, string>, (item: Awaited<ReturnType<typeof search>>["items"][number]) => boolean]>([
    [{ specialty: "paediatrics" }, (item) => item.specialties.some((one) => one.slug === "paediatrics")],
    [{ city: "new york" }, (item) => item.places.some((place) => place.city === "New York")],
    [{ language: "sw" }, (item) => item.languages.includes("sw")],
    [{ mode: "VIDEO" }, (item) => item.modes.includes("VIDEO")],
    [{ maxFee: "80", city: "Berlin" }, (item) => (item.fee?.amountMinor ?? Infinity) <= 8000],
    [{ maxFee: "6000", city: "Tokyo" }, (item) => (item.fee?.amountMinor ?? Infinity) <= 6000],
    [{ specialty: "general-practice", city: "Nairobi", language: "sw" }, (item) => item.languages.includes("sw")],
    [{ near: "52.52,13.40", radiusKm: "30" }, (item) => (item.distanceKm ?? Infinity) <= 30],
    [
      { near: "52.52,13.40", radiusKm: "30", specialty: "cardiology", sort: "distance" },
      (item) => (item.distanceKm ?? Infinity) <= 30,
    ],
  ])("%j leave only matching doctors, and at least one", async (query, fits) => {
    const { items } = await search(query);
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter((item) => !fits(item))).toEqual([]);
  });

  it("by hospital return exactly its doctors", async () => {
    const hospital = await db.hospital.findFirstOrThrow({
      where: { slug: "sumida-riverside-hospital" },
      include: { affiliations: true },
    });
    const { items } = await search({ hospitalId: hospital.id });
    expect(items.map((item) => item.id).sort()).toEqual(hospital.affiliations.map((one) => one.doctorId).sort());
  });

  it("by days return exactly those with an available time on them, and show these times", async () => {
    const day = new Date(now.getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
    const { items } = await search({ availableFrom: day, availableTo: day });
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      for (const slot of item.nextSlots) {
        expect(new Intl.DateTimeFormat("sv-SE", { timeZone: item.timeZone }).format(new Date(slot.start))).toBe(day);
      }
    }
    const everyone = await search({});
    for (const item of everyone.items.filter((one) => !items.some((found) => found.id === one.id))) {
      const times = item.nextSlots.map((slot) =>
        new Intl.DateTimeFormat("sv-SE", { timeZone: item.timeZone }).format(new Date(slot.start)),
      );
      expect(times).not.toContain(day);
    }
  });

  it("by past days return no one", async () => expect(await names({ availableTo: "2020-01-01" })).toEqual([]));
});

describe("the directory's order", () => {
  it("is by next available time, by fee within a currency, or by distance", async () => {
    const soonest = (await search({ sort: "soonest" })).items.map((item) => item.nextAvailableAt ?? "9");
    expect(soonest).toEqual([...soonest].sort());
    const fees = (await search({ sort: "fee" })).items.map(
      (item) => [item.fee?.currency, item.fee?.amountMinor] as const,
    );
    expect(fees).toEqual([...fees].sort(([a = "", m = 0], [b = "", n = 0]) => a.localeCompare(b) || m - n));
    const near = (await search({ sort: "distance", near: "40.7306,-73.9866", radiusKm: "500" })).items.map(
      (item) => item.distanceKm ?? -1,
    );
    expect(near.length).toBe(11);
    expect(near).toEqual([...near].sort((a, b) => a - b));
  });

  it.each<Record<string, string>>([
    { sort: "soonest" },
    { sort: "fee" },
    { sort: "distance", near: "52.52,13.40", radiusKm: "500" },
    { sort: "relevance", q: "berlin" },
    { sort: "relevance", near: "52.52,13.40", radiusKm: "400" },
  ])("%j shows everyone once while others are added", async (query) => {
    const whole = (await search(query)).items.map((item) => item.id).sort();
    const seen: string[] = [];
    const joined: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search(query, 3, cursor);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor ?? undefined;
      const over = {
        city: "Berlin",
        latitude: 52.5,
        longitude: 13.4,
        feeMinor: 5000 + seen.length * 100,
        nextSlotAt: new Date(now.getTime() + seen.length * 3_600_000),
      };
      if (joined.length < 4) joined.push((await createDoctor({ over })).doctor.id);
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => !joined.includes(id)).sort()).toEqual(whole);
    await db.schedule.deleteMany({ where: { doctorId: { in: joined } } });
    await db.doctor.deleteMany({ where: { id: { in: joined } } });
  });
});
