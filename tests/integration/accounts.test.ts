import { describe, expect, it } from "vitest";
import { getOwnAccount } from "@/lib/domain/accounts/queries";
import { signUpInput, type SignUpInput } from "@/lib/domain/accounts/schema";
import { signUp } from "@/lib/domain/accounts/sign-up";
import { updateProfile } from "@/lib/domain/accounts/update-profile";
import { verifyCredentials } from "@/lib/domain/accounts/verify-credentials";
import { db } from "@/lib/platform/db/db";
import type { AppError } from "@/lib/platform/errors/app-error";
import { parseInput } from "@/lib/platform/input/field-errors";
import { actorOf } from "../support/actors";
import { createSpecialty } from "../support/factories";
import { outcome } from "../support/outcome";
import { mailsTo } from "@/tests/support/mails";

const PASSWORD = "three blue invented words";
let count = 0;

function input(over: Record<string, unknown> = {}): SignUpInput {
  count += 1;
  return parseInput(signUpInput, {
    kind: "patient",
    name: "Asha Rai",
    email: `new-${count}@caresync.test`,
    password: PASSWORD,
    ...over,
  });
}

const auditOf = (subjectId: string) => db.auditEntry.findMany({ where: { subjectId }, orderBy: { position: "asc" } });
const actionsOf = async (id: string) => (await auditOf(id)).map(({ action }) => action);
const signIn = (email: string, password = PASSWORD) =>
  verifyCredentials({ email, password, address: "198.51.100.1", via: "token" });

describe("signing up", () => {
  it("creates a patient with access to themselves", async () => {
    const { account } = await signUp(input({ timeZone: "Asia/Kathmandu" }));
    expect(account).toMatchObject({
      name: "Asha Rai",
      timeZone: "Asia/Kathmandu",
      doctor: null,
      hospital: null,
      isAdmin: false,
    });
    expect(account.patients).toEqual([{ id: expect.any(String), name: "Asha Rai", relation: "SELF", scope: "ALL" }]);
    const actor = await actorOf(account);
    expect(actor.patientIds).toEqual([account.patients[0]?.id]);
    expect(await getOwnAccount(actor)).toEqual(account);
    expect(await auditOf(account.id)).toMatchObject([
      { action: "account.signed-up", actorUserId: account.id, patientId: account.patients[0]?.id },
    ]);
  });

  it("creates a doctor who awaits verification and is a patient too", async () => {
    const specialty = await createSpecialty();
    const { account } = await signUp(
      input({
        kind: "doctor",
        name: "Dr. Élise Köhler",
        doctor: { registrationNumber: "X 1", specialties: [specialty.slug], languages: ["fr"] },
      }),
    );
    expect(account.doctor).toMatchObject({ slug: "dr-elise-kohler", verification: "PENDING" });
    expect(account.patients).toHaveLength(1);
    const events = await db.domainEvent.findMany({ where: { aggregateId: account.doctor?.id ?? "" } });
    expect(events).toMatchObject([{ type: "doctor.signed-up", audience: ["admin"] }]);
  });

  it("creates a hospital with its first manager", async () => {
    const { account } = await signUp(
      input({ kind: "hospital", hospital: { name: "Sankt Anna", timeZone: "Europe/Vienna", city: "Wien" } }),
    );
    expect(account.hospital).toMatchObject({ slug: "sankt-anna", role: "MANAGER", verification: "PENDING" });
    expect(account.timeZone).toBe("Europe/Vienna");
  });

  it("needs only four fields for each kind", async () => {
    for (const kind of ["patient", "doctor", "hospital"]) {
      const { account } = await signUp(input({ kind, name: "आशा राई" }));
      expect(account.name).toBe("आशा राई");
      if (kind === "doctor") expect(account.doctor?.slug).toBe("asa-rai");
    }
  });

  it("gives two doctors of one name separate slugs, even at the same moment", async () => {
    const both = await Promise.all([1, 2, 3].map(() => signUp(input({ kind: "doctor", name: "Dr Twin" }))));
    expect(both.map(({ account }) => account.doctor?.slug).sort()).toEqual(["dr-twin", "dr-twin-2", "dr-twin-3"]);
  });

  it("has one winner when several use the same address at once, in any spelling", async () => {
    const spellings = ["Race@CareSync.test", "race@caresync.TEST", " race@caresync.test", "RACE@caresync.test"];
    const outcomes = await Promise.all(spellings.map((email) => outcome(signUp(input({ email })))));
    expect(outcomes.toSorted()).toEqual(["email-taken", "email-taken", "email-taken", "ok"]);
    expect(await db.user.count({ where: { email: "race@caresync.test" } })).toBe(1);
  });

  it("notifies the owner of a taken address by mail, once a day however often it is tried", async () => {
    const { account } = await signUp(input());
    for (let n = 0; n < 3; n++)
      expect(await outcome(signUp(input({ email: account.email.toUpperCase() })))).toBe("email-taken");
    const mails = await mailsTo(account.email);
    expect(mails.map(({ subject }) => subject)).toEqual(["You already have a CareSync account"]);
    expect(await actionsOf(account.id)).toEqual(["account.signed-up", "account.sign-up-refused"]);
  });

  it("leaves nothing behind when it fails half-way", async () => {
    const first = input({ kind: "doctor", doctor: { registrationNumber: "TAKEN-1" } });
    await signUp(first);
    const second = input({ kind: "doctor", doctor: { registrationNumber: "TAKEN-1" } });
    expect(await outcome(signUp(second))).toBe("already-exists");
    const third = input({ kind: "doctor", doctor: { specialties: ["no-such-thing"] } });
    expect(await outcome(signUp(third))).toBe("invalid");
    expect(await db.user.count({ where: { email: { in: [second.email, third.email] } } })).toBe(0);
  });

  it.each([
    ["shorter than ten characters", "short-pw"],
    ["among the first to be tried", "Password1234"],
    ["one pattern over and over", "abababababab"],
    ["the name", "Asha Rai Asha"],
    ["the email address", "own-address@caresync.test"],
    ["longer than 200 characters", "a b".repeat(80)],
  ])("refuses a password that is %s", async (what, password) => {
    const over = { password, email: "own-address@caresync.test", name: what === "the name" ? password : "Asha Rai" };
    const refused = await signUp(input(over)).catch((error: AppError) => error);
    expect(refused).toMatchObject({ code: "invalid", fields: [{ path: "password" }] });
    expect(await db.user.count({ where: { email: over.email } })).toBe(0);
  });
});

describe("signing in", () => {
  it("accepts any spelling of the address and any Unicode composition of the password", async () => {
    const { account } = await signUp(input({ password: "päßwörter für alle".normalize("NFC") }));
    const verified = await signIn(account.email.toUpperCase(), "päßwörter für alle".normalize("NFD"));
    expect(verified).toEqual({ userId: account.id, sessionEpoch: 0 });
    const row = await db.user.findUniqueOrThrow({ where: { id: account.id } });
    expect(row.lastSignInAt).not.toBeNull();
    expect(await actionsOf(account.id)).toEqual(["account.signed-up", "account.signed-in"]);
  });

  it("says the same for a wrong password, an unknown address and a suspended account, and audits each", async () => {
    const { account } = await signUp(input());
    const { account: gone } = await signUp(input());
    await db.user.update({ where: { id: gone.id }, data: { status: "SUSPENDED" } });
    const refusals = await Promise.all(
      [signIn(account.email, "not the password"), signIn("nobody@caresync.test"), signIn(gone.email)].map((attempt) =>
        attempt.then(
          () => null,
          (error: AppError) => ({ code: error.code, message: error.message, fields: error.fields }),
        ),
      ),
    );
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ code: "invalid-credentials" });
    const failures = await db.auditEntry.findMany({ where: { action: "account.sign-in-failed" } });
    expect(failures.map((entry) => (entry.details as { reason: string }).reason).toSorted()).toEqual([
      "password",
      "suspended",
      "unknown",
    ]);
  });

  it("slows a guesser after ten attempts, known address or not, and resets after a success", async () => {
    for (const email of ["guessed@caresync.test", "never-seen@caresync.test"]) {
      if (email.startsWith("guessed")) await signUp(input({ email }));
      const codes: unknown[] = [];
      for (let n = 0; n < 12; n++) codes.push(await outcome(signIn(email, "wrong password")));
      expect(codes).toEqual([...Array<string>(10).fill("invalid-credentials"), "rate-limited", "rate-limited"]);
    }
    const { account } = await signUp(input());
    for (let n = 0; n < 9; n++) await outcome(signIn(account.email, "wrong password"));
    expect(await outcome(signIn(account.email))).toBe("ok");
    expect(await outcome(signIn(account.email, "wrong password"))).toBe("invalid-credentials");
    expect(await outcome(signIn(account.email))).toBe("ok");
  });
});

describe("the profile", () => {
  it("changes only what is sent, updates the own patient and leaves an audit row", async () => {
    const { account } = await signUp(input());
    const actor = await actorOf(account);
    const changed = await updateProfile(actor, { name: "Asha Rai-Berger" }, 1);
    expect(changed).toMatchObject({ name: "Asha Rai-Berger", version: 2, patients: [{ name: "Asha Rai-Berger" }] });
    expect(await outcome(updateProfile(actor, { phone: "+977 1 555 010" }, 1))).toBe("version-mismatch");
    expect(await actionsOf(account.id)).toEqual(["account.signed-up", "account.profile-changed"]);
  });

  it("has one winner when two people change it at once", async () => {
    const { account } = await signUp(input());
    const actor = await actorOf(account);
    const codes = await Promise.all(
      ["A", "B"].map((name) => outcome(updateProfile(actor, { name: `Asha ${name}` }, 1))),
    );
    expect(codes.toSorted()).toEqual(["ok", "version-mismatch"]);
  });
});
