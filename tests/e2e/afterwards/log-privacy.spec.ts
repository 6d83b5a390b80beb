import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ALL_NOTES, CANCEL_REASONS } from "@/prisma/seed/notes";
import { ALL_NAMES, DEMO_MAIL_DOMAIN, DEMO_PASSWORD, DEMO_SIGN_INS, DOCTORS } from "@/prisma/seed/people";
import { CITIES, HOSPITALS } from "@/prisma/seed/places";
import { slugOf } from "@/prisma/seed/world";
import { expect, test } from "../support/fixtures";
import { secretsTold } from "../support/ledger";
import { readServerLog, runningStack } from "../support/run-state";

/** What the launcher says on purpose, once, to whoever starts the demo. */
const WELCOME = new Set([`Sign in to the demo with the password ${DEMO_PASSWORD}:`, ...DEMO_SIGN_INS]);

const lines = readServerLog().split("\n").filter((line) => !WELCOME.has(line.trim()));
const json = lines.filter((line) => line.startsWith("{"));

function expectNone(what: string, values: readonly string[], text = lines): void {
  const wanted = values.filter((value) => value.length > 3);
  expect(wanted.length, `${what} to look for`).toBeGreaterThan(0);
  const found = wanted.flatMap((value) => text.filter((line) => line.toLowerCase().includes(value.toLowerCase())).slice(0, 1).map((line) => `${value}: ${line.slice(0, 300)}`));
  expect(found, what).toEqual([]);
}

/** The last word of a name tells whom it is about as well as all of it. */
const familyNames = ALL_NAMES.map((name) => name.split(" ").at(-1) ?? name);

test.describe("the log of the whole run", () => {
  test("is there, and a line of JSON per request", () => {
    expect(json.length).toBeGreaterThan(200);
    for (const line of json) expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), time: expect.any(String) });
    const requests = json.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === "request");
    expect(requests.length).toBeGreaterThan(100);
    for (const request of requests) {
      expect(request).toMatchObject({ requestId: expect.any(String), route: expect.any(String), status: expect.any(Number), durationMs: expect.any(Number) });
      expect(request.route, "a pattern, never an address").not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|[?=@]/);
    }
  });

  test("names nobody", () => {
    expectNone("names", ALL_NAMES);
    expectNone("family names", familyNames);
    expectNone("names in addresses", [...ALL_NAMES.map(slugOf), ...DOCTORS.map(({ name }) => slugOf(name))]);
  });

  test("names no place", () => {
    expectNone("hospitals", HOSPITALS.flatMap(({ name, slug }) => [name, slug]));
    expectNone("addresses", [...HOSPITALS.map(({ address }) => address), ...Object.values(CITIES).flatMap(({ streets }) => streets)]);
    expectNone("telephones", HOSPITALS.flatMap(({ phone }) => [phone, phone.replaceAll(" ", "")]));
  });

  test("holds no e-mail address", () => {
    expectNone("mail domains", [DEMO_MAIL_DOMAIN, "elsewhere.test"]);
    expect(lines.filter((line) => /[\w.+-]+@[\w-]+\.\w+/.test(line)).slice(0, 3)).toEqual([]);
  });

  test("holds nothing of what was written about anybody's health", () => {
    expectNone("notes", ALL_NOTES);
    expectNone("reasons", CANCEL_REASONS);
  });

  test("holds nothing that the tests typed, and no token, cookie or password", () => {
    expectNone("what was typed", [...secretsTold(), DEMO_PASSWORD]);
    expect(lines.filter((line) => /\beyJ[\w-]{10,}\.|\bcs_live_|[Bb]earer [\w-]{8,}|caresync\.session=/.test(line)).slice(0, 3)).toEqual([]);
  });

  test("is as discreet in the database's own log", () => {
    const file = join(runningStack().dataDir ?? "", "postgres.log");
    test.skip(!runningStack().dataDir || !existsSync(file), "The database is not ours.");
    const text = readFileSync(file, "utf8").split("\n");
    expectNone("names", ALL_NAMES, text);
    expectNone("what was typed", [...secretsTold(), DEMO_PASSWORD, DEMO_MAIL_DOMAIN], text);
  });
});
