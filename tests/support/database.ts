import { randomBytes } from "node:crypto";
import pg from "pg";

export type TestDatabase = {
  /** As the application signs in. */
  appUrl: string;
  /** As the role that owns the tables and migrates. */
  ownerUrl: string;
  /** Drops the database; one with open test connections is left for the end of the run. */
  drop(): Promise<void>;
};

const IN_USE = "55006";

/** Clones the migrated template into a separate database. */
export async function cloneDatabase(template: {
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
}): Promise<TestDatabase> {
  const owner = new URL(template.ownerUrl);
  const name = `t_${randomBytes(6).toString("hex")}`;
  await asAdmin(
    template.adminUrl,
    `CREATE DATABASE ${name} TEMPLATE "${owner.pathname.slice(1)}" OWNER "${owner.username}"`,
  );
  return {
    appUrl: withName(template.appUrl, name),
    ownerUrl: withName(template.ownerUrl, name),
    drop: () => asAdmin(template.adminUrl, `DROP DATABASE ${name}`).catch(ignoreInUse),
  };
}

function withName(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function asAdmin(adminUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function ignoreInUse(error: unknown): void {
  if ((error as { code?: string }).code !== IN_USE) throw error;
}
