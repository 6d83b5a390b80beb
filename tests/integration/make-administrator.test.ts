import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { resetPassword } from "@/lib/domain/accounts/internal/reset-password";
import { makeAdministrator } from "@/lib/domain/administration/make-administrator";
import { db } from "@/lib/platform/db/db";
import { createUser } from "../support/factories";
import { mailsTo } from "@/tests/support/mails";

const ADDRESS = "192.0.2.40";
const NEW_PASSWORD = "a-quite-new-invented-password-9";
const tokenOf = (link: string) => link.split("/").at(-1) ?? "";
const auditOf = (userId: string) =>
  db.auditEntry.findMany({
    where: { action: "user.made-administrator", subjectId: userId },
    select: { via: true, details: true },
  });

describe("creating an administrator on the console", () => {
  it("creates a new account, and the printed link sets its password, once", async () => {
    const { link, isNewAccount } = await makeAdministrator(" First.Admin@CareSync.test ");
    expect(isNewAccount).toBe(true);
    expect(link).toMatch(/^http:\/\/localhost:3000\/reset-password\/[\w-]{43}$/);
    await resetPassword({ token: tokenOf(link), newPassword: NEW_PASSWORD }, ADDRESS);
    await expect(
      resetPassword({ token: tokenOf(link), newPassword: `${NEW_PASSWORD}x` }, ADDRESS),
    ).rejects.toMatchObject({ code: "invalid-token" });
    const user = await db.user.findUniqueOrThrow({ where: { email: "first.admin@caresync.test" } });
    expect(user.isAdmin).toBe(true);
    expect(await auditOf(user.id)).toEqual([{ via: "system", details: { newAccount: true } }]);
    const mails = await mailsTo("first.admin@caresync.test");
    expect(mails.filter(({ text }) => text.includes(tokenOf(link)))).toEqual([]);
  });

  it("promotes an existing account, which keeps its password until the link is used", async () => {
    const user = await createUser();
    expect((await makeAdministrator(user.email)).isNewAccount).toBe(false);
    expect(
      await db.user.findUniqueOrThrow({
        where: { id: user.id },
        select: { isAdmin: true, passwordHash: true, name: true },
      }),
    ).toEqual({
      isAdmin: true,
      passwordHash: user.passwordHash,
      name: user.name,
    });
    expect(await auditOf(user.id)).toHaveLength(1);
  });

  it("voids the previous link, and refuses a suspended account and an invalid address", async () => {
    const first = await makeAdministrator("again@caresync.test");
    await makeAdministrator("again@caresync.test");
    await expect(
      resetPassword({ token: tokenOf(first.link), newPassword: NEW_PASSWORD }, ADDRESS),
    ).rejects.toMatchObject({ code: "invalid-token" });
    const user = await createUser({ status: "SUSPENDED" });
    await expect(makeAdministrator(user.email)).rejects.toMatchObject({ code: "forbidden" });
    expect((await db.user.findUniqueOrThrow({ where: { id: user.id } })).isAdmin).toBe(false);
    await expect(makeAdministrator("nobody")).rejects.toMatchObject({ code: "invalid" });
  });

  it("is a command that prints only the link", async () => {
    const run = (...args: string[]) =>
      promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/make-admin.ts", ...args], {
        env: process.env,
      }).catch((error: { stderr: string; code: number }) => error);
    expect(await run()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("--email person@example.org") as string,
    });
    expect(await run("--email", "console@caresync.test")).toMatchObject({
      stdout: expect.stringMatching(/once[\s\S]*\/reset-password\/[\w-]{43}\n/) as string,
    });
    expect((await db.user.findUniqueOrThrow({ where: { email: "console@caresync.test" } })).isAdmin).toBe(true);
  });
});
