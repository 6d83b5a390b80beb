import { beforeEach, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { createCast } from "@/tests/support/actors";
import { mailsTo } from "@/tests/support/mails";
import { checkFile, importFile } from "./imports-harness";

let cast: Awaited<ReturnType<typeof createCast>>;
beforeEach(async () => {
  cast = await createCast();
});
const address = () => `new-${crypto.randomUUID()}@example.org`;

it("invites each address with its role, by a link and without a password", async () => {
  const [one, two] = [address(), address()];
  const before = await db.user.count();
  const done = await importFile(cast, "STAFF", `E-mail;Position\n${one};manager\n${two};Coordinator\n`);
  expect(done).toMatchObject({ status: "DONE", rowCount: 2 });
  const rows = await db.staffInvitation.findMany({ where: { importId: done.id }, orderBy: { role: "asc" } });
  expect(rows.map(({ email, role, status }) => [email, role, status])).toEqual([
    [one, "MANAGER", "PENDING"],
    [two, "COORDINATOR", "PENDING"],
  ]);
  expect((await mailsTo(one)).map(({ toAddress }) => toAddress)).toEqual([one]);
  expect(await db.user.count()).toBe(before);
});

it("finds who works here already or has an open invitation, and invites again once that has expired", async () => {
  const [invited, expired] = [address(), address()];
  await importFile(cast, "STAFF", `email,role\n${invited},MANAGER\n${expired},MANAGER\n`);
  await db.staffInvitation.updateMany({ where: { email: expired }, data: { expiresAt: new Date(Date.now() - 1000) } });
  const here = cast.coordinator.user.email.toUpperCase();
  const file = `email,role\n${here},MANAGER\n${invited},COORDINATOR\n${expired},CLEANER\n`;
  const checked = await checkFile(cast, "STAFF", file);
  expect(checked.faults).toMatchObject([
    { row: 2, column: "email", message: "Works here already, or has already been invited" },
    { row: 3, column: "email" },
    { row: 4, column: "role" },
  ]);
  const again = await importFile(cast, "STAFF", `email,role\n${expired},COORDINATOR\n`);
  expect(again.status).toBe("DONE");
});
