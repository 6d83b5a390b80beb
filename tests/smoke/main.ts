// The smoke tests, on the database of DATABASE_URL, without a test runner: the next release starts them to learn whether this
// one still works on its schema (tests/integration/previous-release.test.ts). Prints each step that passed.
import { closeDb } from "@/lib/platform/db/db";
import { STEPS } from "./smoke";

try {
  for (const [name, step] of Object.entries(STEPS)) {
    await step().catch((cause: unknown) => {
      throw new Error(`People could not ${name}.`, { cause });
    });
    process.stdout.write(`${name}\n`);
  }
} finally {
  await closeDb();
}
