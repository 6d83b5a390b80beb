import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ALL_NOTES, CANCEL_REASONS } from "@/prisma/seed/notes";
import { ALL_NAMES, DOCTORS } from "@/prisma/seed/people";
import { DEMO_MAIL_DOMAIN, DEMO_PASSWORD, DEMO_SIGN_INS } from "@/prisma/seed/sign-ins";
import { CITIES, HOSPITALS } from "@/prisma/seed/places";
import { slugOf } from "@/prisma/seed/world";
import { expect, test } from "../support/fixtures";
import { recordedSecrets } from "../support/ledger";
import { readServerLog, runningStack } from "../support/run-state";

/** What the launcher prints on purpose, once, for the person who starts the demo. */
const WELCOME = new Set([`Sign in to the demo with the password ${DEMO_PASSWORD}:`, ...DEMO_SIGN_INS]);

const lines = readServerLog()
  .split("\n")
  .filter((line) => !WELCOME.has(line.trim()));
const json = lines.filter((line) => line.startsWith("{"));

function expectNone(what: string, values: readonly string[], text = lines): void {
  const wanted = values.filter((value) => value.length > 3);
  expect(wanted.length, `${what} to look for`).toBeGreaterThan(0);
  const lowered = text.map((line) => line.toLowerCase());
  const found = wanted.flatMap((value) => {
    const at = lowered.findIndex((line) => line.includes(value.toLowerCase()));
    return at === -1 ? [] : `${value}: ${text[at]?.slice(0, 300)}`;
  });
  expect(found, what).toEqual([]);
}

// One expectation for all lines, because one for each would take minutes.
const isWhole = ({ requestId, route, status, durationMs }: Record<string, unknown>) =>
  typeof requestId === "string" &&
  typeof route === "string" &&
  typeof status === "number" &&
  typeof durationMs === "number";

/** A family name identifies a person as well as the full name. */
const familyNames = ALL_NAMES.map((name) => name.split(" ").at(-1) ?? name);

test.describe("the log of the whole run", () => {
  test("exists, with a line of JSON per request", () => {
    expect(json.length).toBeGreaterThan(200);
    const entries = json.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(
      entries.filter(({ level, time }) => typeof level !== "string" || typeof time !== "string").slice(0, 3),
    ).toEqual([]);

    const requests = entries.filter(({ msg }) => msg === "request");
    expect(requests.length).toBeGreaterThan(100);
    expect(requests.filter((request) => !isWhole(request)).slice(0, 3)).toEqual([]);
    const addresses = requests.filter(({ route }) => /[0-9a-f]{8}-[0-9a-f]{4}|[?=@]/.test(String(route)));
    expect(addresses.slice(0, 3), "a pattern, never an address").toEqual([]);
  });

  test("contains no names", () => {
    expectNone("names", ALL_NAMES);
    expectNone("family names", familyNames);
    expectNone("names in addresses", [...ALL_NAMES.map(slugOf), ...DOCTORS.map(({ name }) => slugOf(name))]);
  });

  test("contains no places", () => {
    expectNone(
      "hospitals",
      HOSPITALS.flatMap(({ name, slug }) => [name, slug]),
    );
    expectNone("addresses", [
      ...HOSPITALS.map(({ address }) => address),
      ...Object.values(CITIES).flatMap(({ streets }) => streets),
    ]);
    expectNone(
      "telephones",
      HOSPITALS.flatMap(({ phone }) => [phone, phone.replaceAll(" ", "")]),
    );
  });

  test("contains no email address", () => {
    expectNone("mail domains", [DEMO_MAIL_DOMAIN, "elsewhere.test"]);
    expect(lines.filter((line) => /[\w.+-]+@[\w-]+\.\w+/.test(line)).slice(0, 3)).toEqual([]);
  });

  test("contains nothing written about anyone's health", () => {
    expectNone("notes", ALL_NOTES);
    expectNone("reasons", CANCEL_REASONS);
  });

  test("contains nothing the tests typed, and no token, cookie or password", () => {
    expectNone("what was typed", [...recordedSecrets(), DEMO_PASSWORD]);
    expect(
      lines
        .filter((line) => /\beyJ[\w-]{10,}\.|\bcs_live_|[Bb]earer [\w-]{8,}|caresync\.session=/.test(line))
        .slice(0, 3),
    ).toEqual([]);
  });

  test("is as discreet in the database's own log", () => {
    const file = join(runningStack().dataDir ?? "", "postgres.log");
    // Only against a stack someone else started (E2E_BASE_URL); npm test runs it.
    test.skip(!runningStack().dataDir || !existsSync(file), "The database's log lies with whoever started it.");
    const text = readFileSync(file, "utf8").split("\n");
    expectNone("names", ALL_NAMES, text);
    expectNone("what was typed", [...recordedSecrets(), DEMO_PASSWORD, DEMO_MAIL_DOMAIN], text);
  });
});
