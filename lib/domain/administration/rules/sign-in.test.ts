import { describe, expect, it } from "vitest";
import { isMisspelling, signInFacts, type KnownSignIn } from "./sign-in";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));
const NOTHING: KnownSignIn = {
  isSuspended: false,
  suspendedAt: null,
  lastSignInAt: at(10),
  madeWithoutPasswordAt: null,
  failures: 0,
  failedAt: null,
  slowedUntil: null,
  linkUntil: null,
  linkMail: null,
  ended: null,
  emailChangedAt: null,
  emailChangeUntil: null,
  sessions: 0,
};
const facts = (over: Partial<KnownSignIn>) => signInFacts({ ...NOTHING, ...over });
const codes = (over: Partial<KnownSignIn>) => facts(over).map(({ code }) => code);

describe("why someone can't sign in", () => {
  it("is that nothing is known, with the last sign-in", () => {
    expect(facts({})).toEqual([{ code: "fine", at: "2026-11-23T09:10:00Z", until: null, count: null, answer: null }]);
    expect(codes({ sessions: 2 })).toEqual(["fine", "signed-in"]);
    expect(codes({ lastSignInAt: null })).toEqual(["never"]);
    // Through the API an account can be opened and used without a sign-in.
    expect(codes({ lastSignInAt: null, sessions: 1 })).toEqual(["signed-in"]);
  });

  it("names the most decisive first, and then nothing is fine", () => {
    const known = { isSuspended: true, suspendedAt: at(20), failures: 12, failedAt: at(30), slowedUntil: at(45) };
    expect(codes({ ...known, ended: { at: at(20), by: "user.suspend" } })).toEqual([
      "suspended",
      "slowed",
      "wrong-password",
      "sessions-ended",
    ]);
    expect(facts(known)[1]).toMatchObject({ count: 12, until: "2026-11-23T09:45:00Z" });
  });

  it("says what became of the email with a link, until they have signed in since", () => {
    const mail = (state: string, minute = 20) => ({ linkMail: { state, answer: "http-550", at: at(minute) } });
    expect(codes(mail("GIVEN_UP"))).toEqual(["link-failed"]);
    expect(codes(mail("GIVEN_UP", 5))).toEqual(["fine"]);
    expect(codes({ ...mail("SENDING"), linkUntil: at(59) })).toEqual(["link-waiting", "fine"]);
    expect(codes({ ...mail("SENT"), linkUntil: at(59) })).toEqual(["link-open", "fine"]);
    expect(codes(mail("SENT"))).toEqual(["fine"]);
    expect(codes({ madeWithoutPasswordAt: at(1), lastSignInAt: null, linkUntil: at(59) })).toEqual([
      "no-password",
      "link-open",
      "never",
    ]);
  });

  it("says what happened since the last sign-in, and nothing older", () => {
    const ended = { by: "account.password-reset" } as const;
    expect(codes({ ended: { ...ended, at: at(20) }, emailChangedAt: at(20) })).toEqual([
      "email-changed",
      "sessions-ended",
      "fine",
    ]);
    expect(codes({ ended: { ...ended, at: at(5) }, emailChangedAt: at(5) })).toEqual(["fine"]);
    expect(codes({ emailChangeUntil: at(59) })).toEqual(["email-change-pending", "fine"]);
  });
});

describe("a misspelt address", () => {
  it.each([
    ["asha.ablard@caresync.test", true],
    ["asha.abelrad@caresync.test", true],
    ["asha.abelard@caresnyc.test", true],
    ["Asha.Abelard@caresync.tes", true],
    ["asha.abelard@caresync", false],
    ["bela.abelard@caresync.test", false],
    ["", false],
  ])("%j: %s", (typed, is) => expect(isMisspelling(typed, "asha.abelard@caresync.test")).toBe(is));
});
