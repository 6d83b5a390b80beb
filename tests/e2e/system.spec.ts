import { expect, expectNoAxeViolations, signIn, test } from "./support/fixtures";
import { asOwner, canBreakStack, NOT_OUR_STACK } from "./support/processes";

// Only against a stack someone else started (E2E_BASE_URL); npm test runs it.
test.skip(() => !canBreakStack(), NOT_OUR_STACK);

const LAST = `(SELECT max("migration_name") FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL)`;
const STATES = [
  {
    name: "a migration that was begun and failed",
    change: `UPDATE "_prisma_migrations" SET "finished_at" = NULL WHERE "migration_name" = ${LAST}`,
    undo: `UPDATE "_prisma_migrations" SET "finished_at" = now() WHERE "finished_at" IS NULL`,
    title: "The database is not ready",
    says: "A database migration didn't finish",
    todo: /npx prisma migrate resolve --rolled-back \d+_\w+/,
  },
  {
    name: "a migration of this release that is not there yet",
    change: `UPDATE "_prisma_migrations" SET "rolled_back_at" = now() WHERE "migration_name" = ${LAST}`,
    undo: `UPDATE "_prisma_migrations" SET "rolled_back_at" = NULL WHERE "rolled_back_at" IS NOT NULL`,
    title: "The database is not ready",
    says: "The database is not up to date with this release",
    todo: /npm run migrate/,
  },
  {
    name: "a migration of a newer release",
    change: `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count") VALUES ('newer', '', '99990101000000_newer', now(), 1)`,
    undo: `DELETE FROM "_prisma_migrations" WHERE "id" = 'newer'`,
    title: "The system is up",
    says: "A newer release has changed the database",
    todo: /99990101000000_newer/,
  },
];

for (const { name, change, undo, title, says, todo } of STATES)
  test(`the System page opens with ${name}, and says what to do`, async ({ page }) => {
    await signIn(page, "admin");
    await asOwner(change);
    try {
      await page.goto("/admin/system");
      const main = page.getByRole("main");
      await expect(main.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(main.getByText(says)).toBeVisible();
      await expect(main.getByText(todo)).toBeVisible();
      await expectNoAxeViolations(page);
    } finally {
      await asOwner(undo);
    }
    await page.reload();
    await expect(page.getByRole("main").getByText(says)).toBeHidden();
    await expect(page.getByRole("heading", { level: 1, name: "The system is up" })).toBeVisible();
  });
