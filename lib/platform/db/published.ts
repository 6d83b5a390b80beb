import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@prisma/client";
import { config } from "@/lib/platform/config/config";
import { currentRequest } from "@/lib/platform/log/request-context";
import { counter } from "@/lib/platform/metrics/instruments";
import { isForKeeping } from "@/lib/platform/page-notes/page-notes";
import { mayPageLag } from "@/lib/platform/page-notes/page-position";
import { db } from "./db";
import { isReplicaCurrent, noteReplicaFailed, replicaPool } from "./replica";
import type { Reading } from "./statement";
import { statementName } from "./statement-names";

/**
 * What everyone may read, and may read a moment late: the tables that `published` begins with, and the files that use it
 * (tests/boundaries/published.test.ts). Whatever decides something, free times first of all, reads from the primary.
 */
const PUBLISHED_TABLES = ["affiliation", "doctor", "doctorService", "hospital", "service", "specialty"] as const;
const READS = ["count", "findFirst", "findMany", "findUnique", "groupBy"] as const;

type Published = Reading & {
  [T in (typeof PUBLISHED_TABLES)[number]]: Pick<PrismaClient[T], (typeof READS)[number]>;
};
type Call = (client: PrismaClient) => Promise<unknown>;

const counted = counter({
  name: "caresync_published_reads_total",
  help: "Reads of what is public, by the server that answered; retried: the replica failed, and the primary answered.",
  labels: ["server"],
});

// Next may bundle this file more than once; one client per process and pool.
const KEY = Symbol.for("caresync.replica-client");
type Kept = { pool: unknown; client: PrismaClient };
const holder = globalThis as typeof globalThis & { [KEY]?: Kept };

function replicaClient(): PrismaClient {
  const pool = replicaPool();
  if (holder[KEY]?.pool !== pool) {
    const adapter = new PrismaPg(pool, { statementNameGenerator: statementName });
    holder[KEY] = { pool, client: new PrismaClient({ adapter }) };
  }
  return holder[KEY].client;
}

const mayLag = () =>
  config.database.replicaUrl !== undefined &&
  currentRequest()?.isUpToDate !== true &&
  // It is kept under a number of the primary's, and shown until something changes there.
  !isForKeeping() &&
  mayPageLag() &&
  isReplicaCurrent();

async function read(call: Call): Promise<unknown> {
  if (!mayLag()) {
    counted({ server: "primary" });
    return call(db);
  }
  try {
    const found = await call(replicaClient());
    counted({ server: "replica" });
    return found;
  } catch {
    // Gone, refusing, too slow, or the statement conflicted with what is replayed: reads can be made twice.
    noteReplicaFailed();
    counted({ server: "retried" });
    return call(db);
  }
}

const tableOf = (table: (typeof PUBLISHED_TABLES)[number]) =>
  Object.fromEntries(
    READS.map((name) => [
      name,
      (...args: unknown[]) =>
        read((client) =>
          (client[table] as unknown as Record<string, (...sent: unknown[]) => Promise<unknown>>)[name]!(...args),
        ),
    ]),
  );

/**
 * Reads what is public from the replica (DATABASE_REPLICA_URL), when there is one that is up to date and the request doesn't
 * follow a change; otherwise, and whenever the replica fails, from the primary.
 */
export const published = {
  ...Object.fromEntries(PUBLISHED_TABLES.map((table) => [table, tableOf(table)])),
  $queryRaw: (text, ...values) => read((client) => client.$queryRaw(text, ...values)),
} as Reading as Published;
