// `npm run rotate:keys`: wraps the keys of all stored files and of the records' texts under the first key of RECORDS_KEYS, while
// the site serves, and encrypts the texts that are still plain.
import { encryptPlainTexts } from "@/lib/domain/records/encrypt-plain-texts";
import { closeDb } from "@/lib/platform/db/db";
import { currentKeyId } from "@/lib/platform/encryption/data-key";
import { canOpenTextKeys, rewrapTextKeys } from "@/lib/platform/encryption/text-keys";
import { rewrapFiles } from "@/lib/platform/files/rewrap-files";
import { embeddedAppUrl } from "./embedded/running";
import { requireAppLogin } from "./launcher/app-login";
import { checkConfiguration, makePlan, readEnvironment } from "./launcher/plan";
import { runMain } from "./process/start-error";
import { say } from "./process/say";

/** As long as it takes. */
const ALL_MS = 24 * 3_600_000;

void runMain(async () => {
  const plan = makePlan(readEnvironment(), false);
  Object.assign(process.env, plan.env, plan.embedsPostgres ? { DATABASE_URL: embeddedAppUrl(plan.dataDir) } : {});
  checkConfiguration(process.env);
  await requireAppLogin(process.env.DATABASE_URL ?? "");
  try {
    const [files, texts] = [await rewrapFiles(), await rewrapTextKeys()];
    const isWhole = files.failed === 0 && (await canOpenTextKeys());
    const encrypted = isWhole ? await encryptPlainTexts(new Date(Date.now() + ALL_MS)) : 0;
    say(
      [
        `The keys of ${files.rewrapped} files and ${texts.rewrapped} keys of texts are now under the key named ${currentKeyId()}.`,
        ...(encrypted > 0 ? [`${encrypted} texts that were still plain are now encrypted.`] : []),
        isWhole
          ? "Nothing needs the other keys of RECORDS_KEYS any more, except backups of the database made before."
          : "The keys of some files or texts could not be opened: a key is missing in RECORDS_KEYS, or is another one.",
      ].join("\n"),
    );
    process.exitCode = isWhole ? 0 : 1;
  } finally {
    await closeDb();
  }
});
