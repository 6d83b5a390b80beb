import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "@prisma/client";
import { config } from "@/lib/platform/config/config";
import { closePool, pool } from "./pool";
import { statementName } from "./statement-names";

function createClient(): PrismaClient {
  const adapter = new PrismaPg(pool(), { statementNameGenerator: statementName });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 2 * config.database.waitMs, timeout: 15_000 } });
}

// Next reloads modules in development; this keeps one client per process.
const holder = globalThis as typeof globalThis & { __caresyncDb?: PrismaClient };

/** The client for reads outside a transaction, created on first use. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_target, key) => {
    const client = (holder.__caresyncDb ??= createClient());
    const value: unknown = Reflect.get(client, key);
    return typeof value === "function" ? (value as (...args: unknown[]) => unknown).bind(client) : value;
  },
});

/** Closes the pool; for scripts and tests. */
export async function closeDb(): Promise<void> {
  await holder.__caresyncDb?.$disconnect();
  holder.__caresyncDb = undefined;
  await closePool();
}

/** A transaction: an argument of every function that writes. */
export type Tx = Prisma.TransactionClient;
/** A reader: the client itself or a transaction. */
export type Db = PrismaClient | Tx;
export { Prisma } from "@prisma/client";
export type * from "@prisma/client";
