import { decode } from "next-auth/jwt";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  savePasswordAction,
  saveProfileAction,
  signInAction,
  signOutAction,
  signUpAction,
} from "@/lib/domain/accounts/actions";
import { findActorOfSessionToken } from "@/lib/actor/find-actor";
import { cookieName } from "@/lib/platform/auth/cookie-name";
import { db } from "@/lib/platform/db/db";
import { jar } from "../support/cookie-jar";
import { testEnvironment } from "../support/env";
import {
  createAdmin,
  createDoctor,
  createHospital,
  createPatient,
  createSpecialty,
  createStaff,
  createUser,
  TEST_PASSWORD,
} from "../support/factories";
import { form, sent } from "../support/forms";
import { signedIn } from "../support/sessions";

vi.mock("next/headers", () => import("@/tests/support/cookie-jar"));
// Outside a rendering React's cache keeps nothing: each action asks again, as each request does.
const SESSION = cookieName("session");
const session = () => jar.get(SESSION);

const signIn = (email: string, password: string, from?: string) =>
  sent(signInAction({}, form({ email, password, ...(from ? { from } : {}) })));

beforeEach(async () => {
  jar.clear();
  await db.rateLimitWindow.deleteMany();
});

describe("the sign-in form", () => {
  it("takes everyone to their own portal, with a cookie that scripts can't read", async () => {
    const hospital = await createHospital();
    const people = [
      [await createAdmin(), "/admin"],
      [(await createStaff(hospital.id, "COORDINATOR")).user, "/hospital"],
      [(await createDoctor({ schedule: null })).user, "/doctor"],
      [(await createPatient()).user, "/patient"],
    ] as const;
    for (const [{ id }, home] of people) {
      const { email } = await db.user.findUniqueOrThrow({ where: { id } });
      expect(await signIn(email.toUpperCase(), TEST_PASSWORD)).toBe(home);
      expect(session()).toMatchObject({
        httpOnly: true,
        sameSite: "lax",
        path: "/",
        secure: false,
        maxAge: expect.closeTo(12 * 3600, -1),
      });
      expect((await findActorOfSessionToken(session()?.value))?.userId).toBe(id);
    }
    const claims = await decode({ token: session()?.value, secret: testEnvironment.NEXTAUTH_SECRET ?? "" });
    expect(Object.keys(claims ?? {}).toSorted()).toEqual(["exp", "iat", "jti", "sid"]);
  });

  it("returns to the previous page, but never to another site", async () => {
    const { email } = await createUser();
    expect(await signIn(email, TEST_PASSWORD, "/patient/visits?tab=past")).toBe("/patient/visits?tab=past");
    for (const from of [
      "https://evil.example/",
      "//evil.example",
      "/\\evil.example",
      "javascript:alert(1)",
      "/api/auth/signout",
    ]) {
      expect(await signIn(email, TEST_PASSWORD, from)).toBe("/patient");
    }
  });

  it("keeps the address but not the password, and sets no cookie, when it fails", async () => {
    const { email } = await createUser();
    const state = await signIn(email, "not the password");
    expect(state).toMatchObject({ error: { code: "invalid-credentials" }, values: { email } });
    expect(JSON.stringify(state)).not.toContain("not the password");
    expect(jar.size).toBe(0);
    expect(await signIn("no address", "x")).toMatchObject({ error: { code: "invalid", fields: [{ path: "email" }] } });
  });
});

describe("the sign-up form", () => {
  const person = {
    name: "Dr. Goro Eastlake",
    email: "",
    password: "four plain invented words",
    timeZone: "Asia/Tokyo",
  };

  it("signs up, signs in and opens the portal of its kind, leaving out empty fields", async () => {
    const specialty = await createSpecialty();
    const sentForms = [
      [{ kind: "patient" }, "/patient"],
      [{ kind: "doctor", "doctor.registrationNumber": "", "doctor.specialties[]": specialty.slug }, "/doctor"],
      [
        { kind: "hospital", "hospital.name": "Sankt Elin", "hospital.city": "", "hospital.timeZone": "Europe/Oslo" },
        "/hospital",
      ],
    ] as const;
    for (const [fields, home] of sentForms) {
      const email = `form-${fields.kind}@caresync.test`;
      expect(await sent(signUpAction({}, form({ ...person, ...fields, email })))).toBe(home);
      expect((await findActorOfSessionToken(session()?.value))?.timeZone).toBe("Asia/Tokyo");
    }
    const doctor = await db.doctor.findFirstOrThrow({
      where: { slug: "dr-goro-eastlake" },
      include: { specialties: true },
    });
    expect(doctor).toMatchObject({ registrationNumber: null, specialties: [{ specialtyId: specialty.id }] });
    expect(await db.hospital.findFirst({ where: { slug: "sankt-elin" } })).toMatchObject({
      city: null,
      timeZone: "Europe/Oslo",
    });
  });

  it("binds errors to the form's own field names and keeps what was typed", async () => {
    const fields = {
      ...person,
      kind: "hospital",
      email: "form-bad@caresync.test",
      password: "password123",
      "hospital.name": "H",
      "hospital.timeZone": "Mars",
    };
    const state = await sent(signUpAction({}, form(fields)));
    expect(state).toMatchObject({
      error: {
        code: "invalid",
        fields: expect.arrayContaining([expect.objectContaining({ path: "hospital.timeZone" })]),
      },
      values: { name: person.name, "hospital.name": "H" },
    });
    expect(JSON.stringify(state)).not.toContain("password123");
    const weak = await sent(signUpAction({}, form({ ...fields, "hospital.timeZone": "UTC" })));
    expect(weak).toMatchObject({ error: { fields: [{ path: "password" }] } });
  });

  it("refuses values that none of its fields sends", async () => {
    const email = "form-sly@caresync.test";
    for (const name of ["isAdmin", "__proto__.isAdmin", "doctor.verification", "constructor"]) {
      const state = await sent(signUpAction({}, form({ ...person, kind: "doctor", email, [name]: "true" })));
      expect(state).toMatchObject({ error: { code: "invalid" } });
    }
    expect(await db.user.count({ where: { email } })).toBe(0);
  });
});

describe("account actions while signed in", () => {
  async function enter() {
    const user = await createUser();
    jar.set(SESSION, { value: await signedIn(user) });
    return user;
  }

  it("sign out, remove the cookie and lead to the home page", async () => {
    await enter();
    expect(await sent(signOutAction())).toBe("/");
    expect(session()).toMatchObject({ value: "", maxAge: 0, path: "/" });
  });

  it("save an empty number as none, and notice that someone was faster", async () => {
    const user = await enter();
    const fields = { name: "Another Name", phone: "", timeZone: "Asia/Kathmandu", version: "1" };
    expect(await saveProfileAction({}, form(fields))).toEqual({ done: expect.any(Number) });
    expect(await db.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({
      name: "Another Name",
      phone: null,
      version: 2,
    });
    expect(await saveProfileAction({}, form({ ...fields, name: "Third" }))).toMatchObject({
      error: { code: "version-mismatch" },
      values: { name: "Third" },
    });
  });

  it("save nothing for visitors", async () => {
    for (const action of [saveProfileAction, savePasswordAction]) {
      expect(await action({}, form({ name: "x" }))).toMatchObject({ error: { code: "unauthenticated" } });
    }
  });
});
