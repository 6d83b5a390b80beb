import { beforeEach, describe, expect, it } from "vitest";
import { issueTokens } from "@/lib/domain/accounts/issue-tokens";
import { verifyCredentials } from "@/lib/domain/accounts/verify-credentials";
import { checkSignIn } from "@/lib/domain/administration/check-sign-in";
import { endUserSession, endUserSessions } from "@/lib/domain/administration/end-user-sessions";
import { listSessions } from "@/lib/domain/administration/list-sessions";
import { listSignIns } from "@/lib/domain/administration/list-sign-ins";
import { loadPerson } from "@/lib/domain/administration/load-person";
import { makeAdministrator } from "@/lib/domain/administration/make-administrator";
import { sendPasswordLink } from "@/lib/domain/administration/send-password-link";
import { suspendUser } from "@/lib/domain/administration/suspend-user";
import { inviteStaff } from "@/lib/domain/staff/invite-staff";
import { db } from "@/lib/platform/db/db";
import { createCast } from "../support/actors";
import { changeAddress } from "../support/change-address";
import { createPatient, createUser, TEST_PASSWORD } from "../support/factories";
import { newestMailTo } from "../support/mails";
import { outcome } from "../support/outcome";
import { signedIn } from "../support/sessions";
import { eventsOf } from "./stored-events";

const LINES = { limit: 2 };
const cast = createCast();
const administrator = async () => (await cast).admin.actor;
const attempt = (email: string, password = "a wrong password") =>
  outcome(verifyCredentials({ email, password, address: "198.51.100.30", via: "session" }));
const factsOf = async ({ email }: { email: string }) => (await checkSignIn(await administrator(), { email })).facts;
const codesOf = async (user: { email: string }) => (await factsOf(user)).map(({ code }) => code);
const MISSING = "0197a3c0-0000-7000-8000-00000000000a";

beforeEach(() => db.rateLimitWindow.deleteMany());

describe("why someone can't sign in", () => {
  it("counts wrong passwords since the last success, and says until when they slow down", async () => {
    const user = await createUser();
    expect(await codesOf(user)).toEqual(["never"]);
    for (let n = 0; n < 2; n++) await attempt(user.email);
    expect(await factsOf(user)).toMatchObject([{ code: "wrong-password", count: 2 }, { code: "never" }]);
    expect(await attempt(user.email, TEST_PASSWORD)).toBe("ok");
    expect(await codesOf(user)).toEqual(["fine"]);
    for (let n = 0; n < 10; n++) await attempt(user.email);
    const [slowed, wrong] = await factsOf(user);
    expect([slowed?.code, wrong?.code, wrong?.count]).toEqual(["slowed", "wrong-password", 10]);
    expect(Date.parse(slowed?.until ?? "")).toBeGreaterThan(Date.now() + 600_000);
  });

  it("knows suspended accounts, accounts without a password, and emails that weren't sent", async () => {
    const [suspended, helped] = [await createUser(), await createUser()];
    await suspendUser(await administrator(), suspended.id);
    expect(await codesOf(suspended)).toEqual(["suspended", "sessions-ended", "never"]);
    await makeAdministrator("unset@caresync.test");
    expect(await codesOf({ email: "unset@caresync.test" })).toEqual(["no-password", "link-open", "never"]);
    await sendPasswordLink(await administrator(), helped.id);
    expect(await codesOf(helped)).toEqual(["link-waiting", "never"]);
    const mail = await db.message.findFirstOrThrow({ where: { userId: helped.id } });
    await db.message.update({ where: { id: mail.id }, data: { state: "SENDING", claimedAt: new Date() } });
    const refused = { state: "GIVEN_UP", answer: "smtp-550", endedAt: new Date() } as const;
    await db.message.update({ where: { id: mail.id }, data: refused });
    expect(await factsOf(helped)).toMatchObject([{ code: "link-failed", answer: "smtp-550" }, { code: "never" }]);
  });

  it("without an account names similar addresses, invitations that wait there, and what was sent", async () => {
    const { manager, hospital } = await cast;
    const user = await createUser({ email: "asha.abelard-1@caresync.test", name: "Asha Abelard" });
    const admin = await administrator();
    const found = await checkSignIn(admin, { email: "asha.ablerd-1@caresync.test" });
    expect(found).toMatchObject({ account: null, facts: [], former: [], invitations: [], messages: [] });
    expect(found.similar.map(({ id }) => id)).toEqual([user.id]);
    const invited = "invited-here@caresync.test";
    await inviteStaff(manager.actor, { hospitalId: hospital.id, email: invited, role: "COORDINATOR" });
    const check = await checkSignIn(admin, { email: invited });
    expect(check.invitations).toMatchObject([{ kind: "STAFF", hospital: hospital.name }]);
    expect(check.messages).toMatchObject([{ reason: "staff-invitation", state: "DUE" }]);
    expect(JSON.stringify(check.messages)).not.toContain("/staff-invitations/");
  });
});

it("knows whose address one was", async () => {
  const user = await createUser();
  await changeAddress(user, "moved-away@caresync.test");
  const { former } = await checkSignIn(await administrator(), { email: user.email });
  expect(former).toEqual([{ id: user.id, name: user.name, email: "moved-away@caresync.test", at: expect.any(String) }]);
  expect(await codesOf({ email: "moved-away@caresync.test" })).toEqual(["email-changed", "never"]);
});

describe("a person's page", () => {
  it("counts patients without naming them, and each look is in the audit trail", async () => {
    const admin = await administrator();
    const { user } = await createPatient();
    const child = await createPatient({
      user,
      over: { name: "A child with a name" },
      access: { relation: "CHILD", untilMajority: true },
    });
    const person = await loadPerson(admin, user.id);
    expect(person.acts).toEqual([
      { relation: "SELF", scope: "ALL", count: 1 },
      { relation: "CHILD", scope: "ALL", count: 1 },
    ]);
    expect(JSON.stringify(person)).not.toContain(child.patient.name);
    expect(person.noEmailAbout).toContainEqual({ topic: "RECORDS", isChosen: false });
    const looks = await db.auditEntry.count({
      where: { action: "user.view", subjectId: user.id, actorUserId: admin.userId },
    });
    expect(looks).toBe(1);
  });

  it("lists sign-ins and open sessions, browsers' and programs', page by page", async () => {
    const admin = await administrator();
    const user = await createUser();
    await attempt(user.email);
    await attempt(user.email, TEST_PASSWORD);
    await signedIn(user);
    await signedIn(user);
    await issueTokens({ userId: user.id, sessionEpoch: 0 });
    const first = await listSessions(admin, user.id, LINES);
    const second = await listSessions(admin, user.id, { ...LINES, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map(({ kind }) => kind)).toEqual(["API", "BROWSER", "BROWSER"]);
    const signIns = await listSignIns(admin, user.id, LINES);
    expect(signIns.items.map(({ isSuccess, failure }) => [isSuccess, failure])).toEqual([
      [true, null],
      [false, "password"],
    ]);
  });

  it("ends one session or all of them, of others", async () => {
    const { admin } = await cast;
    const [user, other] = [await createUser(), await createUser()];
    for (const one of [user, user, other]) await signedIn(one);
    await issueTokens({ userId: user.id, sessionEpoch: 0 });
    const { items } = await listSessions(admin.actor, user.id, { limit: 10 });
    const [api, browser] = [items.find(({ kind }) => kind === "API"), items.find(({ kind }) => kind === "BROWSER")];
    for (const one of [api, browser]) {
      const session = { userId: user.id, id: one?.id ?? "" };
      expect(await outcome(endUserSession(admin.actor, { ...session, userId: other.id }))).toBe("not-found");
      expect(await outcome(endUserSession(admin.actor, session))).toBe("ok");
      expect(await outcome(endUserSession(admin.actor, session))).toBe("not-found");
    }
    expect(await endUserSessions(admin.actor, user.id)).toEqual({ ended: 1 });
    expect((await listSessions(admin.actor, user.id, LINES)).items).toEqual([]);
    expect((await listSessions(admin.actor, other.id, LINES)).items).toHaveLength(1);
    expect(await eventsOf(user.id)).toEqual(["user.session-ended", "user.sessions-ended"]);
    expect(await outcome(endUserSessions(admin.actor, admin.user.id))).toBe("forbidden");
  });
});

describe("a link to choose a password", () => {
  it("goes to the account's own address, a few times an hour, and to no suspended account", async () => {
    const admin = await administrator();
    const [user, suspended] = [await createUser(), await createUser({ status: "SUSPENDED" })];
    for (let n = 0; n < 5; n++) await sendPasswordLink(admin, user.id);
    expect(await outcome(sendPasswordLink(admin, user.id))).toBe("rate-limited");
    expect(await db.passwordReset.count({ where: { userId: user.id, usedAt: null } })).toBe(1);
    expect((await newestMailTo(user.email)).text).toMatch(/have sent you this link[^]*\/reset-password\/[\w-]{43}\n/);
    expect(await outcome(sendPasswordLink(admin, suspended.id))).toBe("forbidden");
    expect(await outcome(sendPasswordLink(admin, MISSING))).toBe("not-found");
  });
});

it("is all there for administrators only", async () => {
  const { patient, doctor, manager, coordinator, system } = await cast;
  const user = await createUser();
  for (const { actor } of [patient, doctor, manager, coordinator, system]) {
    const asked = [
      checkSignIn(actor, { email: user.email }),
      loadPerson(actor, user.id),
      listSessions(actor, user.id, LINES),
      listSignIns(actor, user.id, LINES),
      endUserSessions(actor, user.id),
      endUserSession(actor, { userId: user.id, id: MISSING }),
      sendPasswordLink(actor, user.id),
    ];
    expect(new Set(await Promise.all(asked.map(outcome)))).toEqual(new Set(["not-found"]));
  }
  expect(await db.auditEntry.count({ where: { subjectId: user.id } })).toBe(0);
});
