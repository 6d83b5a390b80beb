// `npm run rotate:keys`: wraps the keys of all stored files under the first key of RECORDS_KEYS, while the site serves.
import { closeDb } from "@/lib/platform/db/db";
import { currentKeyId } from "@/lib/platform/encryption/data-key";
import { rewrapFiles } from "@/lib/platform/files/rewrap-files";
import { embeddedAppUrl } from "./embedded/running";
import { requireAppLogin } from "./launcher/app-login";
import { checkConfiguration, makePlan, readEnvironment } from "./launcher/plan";
import { runMain } from "./process/start-error";

void runMain(async () => {
  const plan = makePlan(readEnvironment(), false);
  Object.assign(process.env, plan.env, plan.embedsPostgres ? { DATABASE_URL: embeddedAppUrl(plan.dataDir) } : {});
  checkConfiguration(process.env);
  await requireAppLogin(process.env.DATABASE_URL ?? "");
  try {
    const { rewrapped, failed } = await rewrapFiles();
    const left =
      failed > 0
        ? `${failed} files could not be opened: a key is missing in RECORDS_KEYS, or is another one.`
        : "Nothing needs the other keys of RECORDS_KEYS any more, except backups of the database made before.";
    // For the person at the terminal: this is a command, not the server.
    console.log(`${rewrapped} files are now under the key named ${currentKeyId()}.\n${left}`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    await closeDb();
  }
});
