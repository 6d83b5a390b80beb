import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { listPeople } from "@/lib/domain/administration/queries";
import { searchDoctors } from "@/lib/domain/directory/queries";
import { searchPatients, searchSimilarPatients } from "@/lib/domain/front-desk/search-patients";
import { searchHospitals } from "@/lib/domain/hospitals/search-hospitals";
import { listServices } from "@/lib/domain/services/queries";
import { searchLine, searchWords } from "@/lib/platform/text/fold";
import { nameKey, registrationKey } from "@/lib/platform/text/label-key";
import { db } from "@/lib/platform/db/db";
import { lookAlikeLetters } from "@/scripts/print-look-alikes";
import { createCast } from "@/tests/support/actors";
import {
  createAppointment,
  createDoctor,
  createHospital,
  createPatient,
  createService,
} from "@/tests/support/factories";

/** The Unicode version the migration's table was generated from; a later one has letters the table leaves unchanged. */
const PRINTED_FROM = "17.0";
const IN_JAVASCRIPT = {
  search_words: searchWords,
  search_line: searchLine,
  name_key: nameKey,
  registration_key: registrationKey,
};
type Name = keyof typeof IN_JAVASCRIPT;
const NAMES = Object.keys(IN_JAVASCRIPT) as Name[];

const inPostgres = async (texts: string[]) =>
  db.$queryRaw<Record<Name, string>[]>`
    SELECT "search_words"(t), "search_line"(t), "name_key"(t), "registration_key"(t) FROM unnest(${texts}::text[]) WITH ORDINALITY AS x(t, n) ORDER BY n`;

async function differences(texts: string[]): Promise<string[]> {
  const rows = await inPostgres(texts);
  return texts.flatMap((text, index) =>
    NAMES.filter((name) => rows[index]?.[name] !== IN_JAVASCRIPT[name](text)).map(
      (name) => `${name}(${JSON.stringify(text)}): ${rows[index]?.[name]}, not ${IN_JAVASCRIPT[name](text)}`,
    ),
  );
}

/** Every letter that PostgreSQL and Node both know: neither can decompose what it does not know. */
async function letters(): Promise<string[]> {
  const all: string[] = [];
  for (let code = 1; code <= 0x10ffff; code++) {
    const letter = String.fromCodePoint(code);
    if (/^\p{Assigned}$/u.test(letter) && !/^[\p{Cs}\p{Co}]$/u.test(letter)) all.push(letter);
  }
  const known = await db.$queryRaw<
    { t: string }[]
  >`SELECT t FROM unnest(${all}::text[]) AS t WHERE unicode_assigned(t)`;
  return known.map(({ t }) => t);
}

describe("folding and keys in JavaScript and PostgreSQL", () => {
  it("agree for every letter of every script", async () => {
    const all = await letters();
    expect(all.length).toBeGreaterThan(150_000);
    const found: string[] = [];
    // Between two plain letters, so that dropped letters and spaces show as well.
    for (let at = 0; at < all.length; at += 5_000)
      found.push(...(await differences(all.slice(at, at + 5_000).map((letter) => `a${letter}b`))));
    const unknown = found.filter((line) => process.versions.unicode === PRINTED_FROM || !/: a.b, not/u.test(line));
    expect(unknown.slice(0, 20)).toEqual([]);
  });

  it("agree for words in many scripts, composed or not, joined, spaced and pointed", async () => {
    const sample = [
      ..."aÉßøİıIſ Żł",
      ..."ΓΙΩΡΓΟΣςΰ",
      ..."ЁёЙїґЄ",
      ..."أإآاىيیةهءـ\u064b\u0651",
      ..."שלוםך\u05b7",
      ..."한글ㄱ\u1112\u1161\u11ab",
      ..."李明々",
      ..."さがハバﾊﾞー",
      ..."कलम\u093c\u094dि",
      ..."ไทยก้",
      ..."١२५９",
      ..."'’ʻ`´‐–—-_.,/&+ \u00a0\u3000\u200b\u200d\u00ad\u0301\u0308\u0307",
    ];
    const word = fc
      .array(fc.oneof(fc.constantFrom(...sample), fc.string({ unit: "grapheme", minLength: 1, maxLength: 2 })), {
        maxLength: 12,
      })
      .map((parts) => parts.join(""));
    const legal = word.filter((text) => !/[\0\p{Cs}]/u.test(text) && /^[\p{Assigned}]*$/u.test(text));
    const texts = fc.sample(legal, { numRuns: 6_000, seed: 20_271_127 });
    expect((await differences([...texts.map((text) => text.normalize("NFD")), ...texts])).slice(0, 10)).toEqual([]);
  });
});

describe("every search", () => {
  const TYPED: [typed: string, name: string][] = [
    ["ΓΙΩΡΓΟΣ", "Γιώργος Παππάς"],
    ["احمد", "أحمد علي"],
    ["OBrien", "Nora O'Brien"],
    ["李", "李明"],
    ["明", "李明"],
    ["köhler", "Eva Brandt-Köhler"],
    ["Елкин", "Ёлкин Пётр"],
  ];
  let cast: Awaited<ReturnType<typeof createCast>>;

  beforeAll(async () => {
    cast = await createCast();
    for (const name of new Set(TYPED.map(([, name]) => name))) {
      const { patient, user } = await createPatient({ over: { name, bornOn: new Date("1980-02-03") } });
      await db.user.update({ where: { id: user.id }, data: { name } });
      const { doctor } = await createDoctor({ over: { name: `Dr. ${name}` } });
      await createAppointment(
        { doctorId: doctor.id, patientId: patient.id },
        { hospitalId: cast.hospital.id, status: "COMPLETED" },
      );
      await createHospital({ name: `Hospital ${name}` });
      await db.service.update({ where: { id: (await createService()).id }, data: { name: `Visit ${name}` } });
    }
  });

  it.each(TYPED)(
    "finds by %s someone called %s: desk, directory, hospitals, services, accounts",
    async (typed, name) => {
      const page = { limit: 20 };
      const { actor } = cast.manager;
      const asked = { hospitalId: cast.hospital.id, name: typed };
      const found = [
        (await searchPatients(actor, asked)).map((one) => one.name),
        (await searchSimilarPatients(actor, asked)).map((one) => one.name),
        (
          await searchDoctors({ q: typed, sort: "relevance" }, { ...page, cursor: undefined, now: new Date() })
        ).items.map((one) => one.name.replace("Dr. ", "")),
        (await searchHospitals({ q: typed }, page)).items.map((one) => one.name.replace("Hospital ", "")),
        (await listServices({ q: typed }, page)).items.map((one) => one.name.replace("Visit ", "")),
        (await listPeople(cast.admin.actor, { q: typed, ...page })).items.map((one) => one.name),
      ];
      expect(found).toEqual(found.map(() => expect.arrayContaining([name])));
    },
  );

  it("forgives a typing error in any script, and finds similar names with the same birth date", async () => {
    expect(
      (
        await searchDoctors({ q: "Παπας", sort: "relevance" }, { limit: 20, cursor: undefined, now: new Date() })
      ).items.map((one) => one.name),
    ).toContain("Dr. Γιώργος Παππάς");
    const similar = await searchSimilarPatients(cast.manager.actor, {
      hospitalId: cast.hospital.id,
      name: "Γεώργος Παπάς",
      bornOn: "1980-02-03",
    });
    expect(similar[0]?.name).toBe("Γιώργος Παππάς");
  });
});

describe("a name similar to a listed one", () => {
  it("is detected for every letter in the list its table was generated from", async () => {
    const letters = JSON.stringify(Object.entries(lookAlikeLetters()).map(([sign, base]) => ({ sign, base })));
    const wrong = await db.$queryRaw<{ sign: string }[]>`
      SELECT x."sign" FROM jsonb_to_recordset(${letters}::jsonb) AS x("sign" text, "base" text) WHERE look_alike(x."sign") <> look_alike(x."base")`;
    expect(wrong).toEqual([]);
  });
});
