// `npm run scrub -- --database NAME`: replaces names, contacts and everything about health in a copy of a site's database, for staging.
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import pg from "pg";
import { hashPassword } from "@/lib/platform/auth/password";
import { databaseError, requirePostgresUrl } from "./process/database-error";
import { runMain, StartError } from "./process/start-error";
import { readEnvironment } from "./launcher/plan";
import { rewriteFiles, scrubDatabase } from "./scrub/scrub";
import { say } from "./process/say";

const ACCOUNTS = `
  SELECT 'administrator' AS "who", (SELECT "email" FROM "User" WHERE "isAdmin" AND "status" = 'ACTIVE' ORDER BY "id" LIMIT 1) AS "email"
  UNION ALL SELECT 'doctor', (SELECT u."email" FROM "Doctor" d JOIN "User" u ON u."id" = d."userId" WHERE u."status" = 'ACTIVE' ORDER BY u."id" LIMIT 1)
  UNION ALL SELECT 'hospital', (SELECT u."email" FROM "HospitalStaff" s JOIN "User" u ON u."id" = s."userId" WHERE u."status" = 'ACTIVE' ORDER BY u."id" LIMIT 1)
  UNION ALL SELECT 'patient', (SELECT u."email" FROM "PatientAccess" a JOIN "User" u ON u."id" = a."userId" WHERE u."status" = 'ACTIVE' ORDER BY u."id" LIMIT 1)`;

void runMain(async () => {
  const { database } = parseArgs({ options: { database: { type: "string" } } }).values;
  if (database === undefined) {
    throw new StartError("Name the copy, so that it can't be another database: npm run scrub -- --database NAME");
  }
  const env = readEnvironment();
  const variable = env.MIGRATION_DATABASE_URL ? "MIGRATION_DATABASE_URL" : "DATABASE_URL";
  const url = requirePostgresUrl(env[variable], variable);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined); // a lost connection fails the current query
  await client.connect().catch((error: unknown) => {
    throw databaseError(error, url);
  });
  try {
    const password = randomBytes(12).toString("base64url");
    const changes = await scrubDatabase(client, database, await hashPassword(password));
    await rewriteFiles(client);
    const { rows } = await client.query<{ who: string; email: string | null }>(ACCOUNTS);
    const accounts = rows.flatMap(({ who, email }) => (email === null ? [] : [`  ${who.padEnd(14)}${email}`]));
    say(
      [
        `${changes.reduce((sum, { rows: count }) => sum + count, 0)} rows of ${changes.length} tables were changed or removed.`,
        `Everyone's password is now ${password}`,
        "Some accounts to sign in with:",
        ...accounts,
        "Who was where and when is still in it: it is no anonymous data. Keep it as you keep other confidential data.",
      ].join("\n"),
    );
  } finally {
    await client.end();
  }
});
