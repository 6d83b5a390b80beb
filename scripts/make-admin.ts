// `npm run make-admin -- --email person@example.org`: creates an administrator, and prints the link to set a password,
// once.
import { parseArgs } from "node:util";
import { makeAdministrator } from "@/lib/domain/administration/make-administrator";
import { closeDb } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireAppLogin } from "./launcher/app-login";
import { embeddedAppUrl } from "./embedded/running";
import { checkConfiguration, makePlan, readEnvironment } from "./launcher/plan";
import { runMain, StartError } from "./process/start-error";
import { say } from "./process/say";

const USAGE = "Enter an email address: npm run make-admin -- --email person@example.org";

void runMain(async () => {
  const { email } = parseArgs({ options: { email: { type: "string" } }, strict: false }).values;
  if (typeof email !== "string") throw new StartError(USAGE);
  const given = readEnvironment();
  const plan = makePlan(given, false);
  Object.assign(process.env, plan.env, plan.embedsPostgres ? { DATABASE_URL: embeddedAppUrl(plan.dataDir) } : {});
  checkConfiguration(process.env);
  await requireAppLogin(process.env.DATABASE_URL ?? "");
  try {
    const { link, isNewAccount } = await makeAdministrator(email);
    say(isNewAccount ? "A new administrator account was created." : "That account is now an administrator.");
    say(`Choose its password here within an hour. The link works once and isn't shown again:\n\n  ${link}\n`);
  } catch (error) {
    throw error instanceof AppError ? new StartError(error.message, { cause: error }) : error;
  } finally {
    await closeDb();
  }
});
