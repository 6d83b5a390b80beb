import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { cookieName } from "@/lib/platform/auth/cookie-name";
import { ERROR_CATALOGUE, type ErrorCode } from "@/lib/platform/errors/app-error";
import { jar } from "@/tests/support/cookie-jar";
import { sent } from "@/tests/support/forms";
import { signedIn } from "@/tests/support/sessions";
import { capacityActions } from "./actions-capacity";
import { hospitalsActions } from "./actions-hospital";
import { peoplesActions } from "./actions-people";
import { recordsActions } from "./actions-records";
import { waitingActions } from "./actions-waiting";
import type { Acted, Action, Actions } from "./acting";
import { expected } from "./asking";
import { forgetLimits, gather, PEOPLE, type Cast, type Person } from "./cast";

vi.mock("next/headers", () => import("@/tests/support/cookie-jar"));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

/** Who may do what on the pages: every server action as everyone, on a thing that is theirs or another's, and on one that is missing. */
const ACTIONS: Actions = {
  ...capacityActions,
  ...hospitalsActions,
  ...peoplesActions,
  ...recordsActions,
  ...waitingActions,
};

/** Who is signed in makes no difference: a password does, or a link; tests of their modules try them. */
const SAME_FOR_ALL = [
  "accounts/requestResetAction",
  "accounts/resetPasswordAction",
  "accounts/signInAction",
  "accounts/signOutAction",
  "accounts/signUpAction",
  "accounts/switchAccountAction",
  "affiliations/answerByLinkAction",
  "displays/openDisplayAction",
  "email-changes/answerEmailChangeAction",
  "family/acceptFamilyInvitationAction",
  "preferences/stopEmailsAction",
  "prescriptions/verifyCodeAction",
  "sharing/getLinkCoverAction",
  "sharing/openLinkAction",
  "staff/acceptStaffInvitationAction",
  "visit-links/askForCallByLinkAction",
  "visit-links/cancelByLinkAction",
  "visit-links/confirmByLinkAction",
  "visit-links/loadOffersByLinkAction",
  "visit-links/moveByLinkAction",
  "visit-links/openVisitLinkAction",
];

type Called = (...args: unknown[]) => Promise<unknown>;
type Refusal = { code: ErrorCode; message: string };
const SESSION = cookieName("session");
const actions = new Map<string, Called>();
const sessions = new Map<Person, string>();
let cast: Cast;

/** The modules that the browser may call: a file says so in its first line. */
function filesWithActions(): string[] {
  return ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file))
      .filter((file) => /^\s*["']use server["']/m.test(readFileSync(file, "utf8"))),
  );
}

beforeAll(async () => {
  for (const file of filesWithActions()) {
    const folder = /^lib\/domain\/(.+)\/actions\.ts$/.exec(file)?.[1] ?? file;
    const exported = (await import(join(process.cwd(), file))) as Record<string, Called>;
    for (const [name, action] of Object.entries(exported)) actions.set(`${folder}/${name}`, action);
  }
  cast = await gather();
  for (const who of PEOPLE) if (who !== "nobody") sessions.set(who, await signedIn(cast[who].user));
});

const actionOf = (key: string) => key.split(" ")[0] ?? key;

it("is said of every action, and of no other", () => {
  expect([...actions.keys()].sort()).toEqual([...new Set(Object.keys(ACTIONS).map(actionOf)), ...SAME_FOR_ALL].sort());
});

/** Calls the action as a browser does in which this person is signed in; a form's action gets its state first. */
async function act(name: string, who: Person, input: Acted["input"]): Promise<{ refusal?: Refusal; text: string }> {
  await forgetLimits();
  jar.clear();
  const session = sessions.get(who);
  if (session !== undefined) jar.set(SESSION, { value: session });
  const action = actions.get(actionOf(name));
  if (!action) throw new Error(`There is no ${name}.`);
  const answer = await sent(action.length === 2 ? action({}, input) : action(input));
  const replaced = jar.get(SESSION)?.value;
  if (session !== undefined && replaced) sessions.set(who, replaced);
  const refusal = (answer as { error?: Refusal } | undefined)?.error;
  return { ...(refusal ? { refusal } : {}), text: JSON.stringify(answer) ?? "" };
}

function verdictOf({ refusal, text }: Awaited<ReturnType<typeof act>>, { seek }: Acted, { refused }: Action): string {
  if (refusal && refusal.code !== refused) {
    const { status } = ERROR_CATALOGUE[refusal.code];
    return status === 409 ? "may" : status === 422 ? JSON.stringify(refusal) : `${status}`;
  }
  return seek === undefined || text.includes(seek) ? "may" : "nothing";
}

describe.each(Object.entries(ACTIONS))("%s", (name, action) => {
  it("is for those it is meant for", async () => {
    const verdicts: Record<string, string> = {};
    for (const who of PEOPLE) {
      const acted = await action.act(cast);
      verdicts[who] = verdictOf(await act(name, who, acted.input), acted, action);
    }
    expect(verdicts).toEqual(Object.fromEntries(PEOPLE.map((who) => [who, expected(action, who)])));
  });

  it("looks the same to strangers when there is no such thing", async () => {
    const { input, missing } = await action.act(cast);
    if (missing === undefined) return;
    for (const who of PEOPLE) {
      const { refusal } = await act(name, who, missing);
      const verdict = expected(action, who);
      expect([who, refusal?.code]).toEqual([who, verdict === "401" ? "unauthenticated" : "not-found"]);
      if (verdict !== "404") continue;
      const stranger = (await act(name, who, input)).refusal;
      expect({ ...stranger, requestId: "" }, who).toEqual({ ...refusal, requestId: "" });
    }
  });
});
