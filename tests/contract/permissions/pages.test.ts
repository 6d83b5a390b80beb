import { isValidElement, type ReactNode } from "react";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { cookieName } from "@/lib/platform/auth/cookie-name";
import { jar } from "@/tests/support/cookie-jar";
import { filesOfPages } from "@/tests/support/pages-in-app";
import { signedIn } from "@/tests/support/sessions";
import { MISSING } from "./asking";
import { EVERYONE, gather, PEOPLE, type Cast, type Person } from "./cast";
import { OF_PATIENT, PAGES, type Seen } from "./pages";
import * as a from "./things";

vi.mock("next/headers", () => import("@/tests/support/cookie-jar"));

type PageProps = { params: Promise<Record<string, string>>; searchParams: Promise<object> };
type Component = (props: PageProps | object) => Promise<ReactNode> | ReactNode;
const files = filesOfPages();
const sessions = new Map<Person, string>();
let cast: Cast;

beforeAll(async () => {
  cast = await gather();
  for (const who of PEOPLE) if (who !== "nobody") sessions.set(who, await signedIn(cast[who].user));
});

it("is said of every page, and of no other", () => {
  expect([...files.keys()].sort()).toEqual(Object.keys(PAGES).sort());
});

/** Reads what the parts of a page read that are components of the server themselves; adds to `shown` what it is made of. */
async function readParts(node: unknown, shown: string[]): Promise<void> {
  if (Array.isArray(node)) return void (await Promise.all(node.map((one) => readParts(one, shown))));
  if (!isValidElement<object>(node)) return void shown.push(JSON.stringify(node) ?? "");
  const component = node.type;
  if (typeof component === "function" && component.constructor.name === "AsyncFunction")
    return readParts(await (component as Component)(node.props), shown);
  await Promise.all(Object.values(node.props).map((value) => readParts(value, shown)));
}

/** Returns what a page shows to someone: `may`, a status, or where it leads. The page alone, because Next may leave out its layouts. */
async function look(pattern: string, who: Person, thing: string, search = {}, shown: string[] = []): Promise<string> {
  jar.clear();
  const session = sessions.get(who);
  if (session !== undefined) jar.set(cookieName("session"), { value: session });
  const { default: page } = (await import(join(process.cwd(), files.get(pattern) ?? ""))) as { default: Component };
  const segment = /\[(\w+)\]/.exec(pattern)?.[1];
  const params = Promise.resolve<Record<string, string>>(segment ? { [segment]: thing } : {});
  try {
    await readParts(await page({ params, searchParams: Promise.resolve(search) }), shown);
    return "may";
  } catch (error) {
    const [kind, , to = ""] = ((error as { digest?: string }).digest ?? "").split(";");
    if (kind === "NEXT_HTTP_ERROR_FALLBACK") return "404";
    if (kind !== "NEXT_REDIRECT") throw error;
    return to === `/sign-in?from=${encodeURIComponent(pattern.replace(/\[\w+\]/, thing))}` ? "sign-in" : "sent on";
  }
}

function expected({ may, sentOn = [] }: Seen, who: Person): string {
  if (may.includes(who)) return "may";
  if (sentOn.includes(who)) return "sent on";
  return who === "nobody" ? "sign-in" : "404";
}

describe.each(Object.entries(PAGES))("%s", (pattern, seen) => {
  it("is for those it is meant for", async () => {
    const thing = (await seen.thing?.(cast)) ?? "";
    const verdicts: Record<string, string> = {};
    for (const who of PEOPLE) verdicts[who] = await look(pattern, who, thing);
    expect(verdicts).toEqual(Object.fromEntries(PEOPLE.map((who) => [who, expected(seen, who)])));
  });
});

describe.each(Object.keys(PAGES).filter((pattern) => /\[(id|slug)\]/.test(pattern)))("%s", (pattern) => {
  it("isn't there for anyone when there is no such thing", async () => {
    const isPublic = !/^\/(patient|doctor|hospital|admin)\//.test(pattern);
    for (const who of PEOPLE) {
      const verdict = who === "nobody" && !isPublic ? "sign-in" : "404";
      expect([who, await look(pattern, who, MISSING)]).toEqual([who, verdict]);
    }
  });
});

describe.each(Object.entries(OF_PATIENT))("%s of a patient", (pattern, readers) => {
  it("shows nothing of theirs to anyone else", async () => {
    const { patientId, patient, doctor } = cast;
    const things = [await a.signedVisit(cast), await a.allergy(cast), await a.document(cast), await a.grant(cast)];
    const theirs = [...things, await a.link(cast), patient.patient.name, doctor.doctor.name];
    for (const who of EVERYONE) {
      const shown: string[] = [];
      expect(await look(pattern, who, "", { for: patientId }, shown)).toBe("may");
      const found = theirs.filter((one) => shown.some((text) => text.includes(one)));
      if (readers.includes(who)) expect([who, found]).not.toEqual([who, []]);
      else expect([who, found]).toEqual([who, []]);
    }
  });
});
