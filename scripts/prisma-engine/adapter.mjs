// The driver adapter the engine runs on: Prisma's own for pg, with three corrections that migrations need.
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { connectionFields } from "./database.mjs";

const CHAR_OID = 18; // PostgreSQL's internal "char", of which the catalogues are full; adapter-pg cannot read it
const TEXT_OID = 25;
const isChar = Symbol("was of type char");

function markCharFields(result) {
  for (const field of [result].flat().flatMap((one) => one?.fields ?? [])) {
    if (field.dataTypeID !== CHAR_OID) continue;
    field.dataTypeID = TEXT_OID;
    field[isChar] = true;
  }
  return result;
}

/** Reports "char" columns as text, both to callers that await and to those (pg.Pool) that pass a callback. */
class EngineClient extends pg.Client {
  query(config, values, callback) {
    const done = typeof values === "function" ? values : callback;
    if (!done) return super.query(config, values)?.then(markCharFields);
    const marked = (error, result) => done(error, error ? result : markCharFields(result));
    return super.query(config, typeof values === "function" ? undefined : values, marked);
  }
}

/** Lets `queryRaw` tell the engine which columns were "char". */
function withCharColumns(queryable) {
  const queryRaw = queryable.queryRaw;
  queryable.queryRaw = async (query) => {
    let fields = [];
    const performIO = async (io) => {
      const result = await queryable.performIO(io);
      fields = result.fields;
      return result;
    };
    // Each call gets its own receiver, because calls may overlap.
    const result = await queryRaw.call(Object.create(queryable, { performIO: { value: performIO } }), query);
    const columnTypes = result.columnTypes.map((type, i) => (fields[i]?.[isChar] ? ColumnTypeEnum.Character : type));
    return { ...result, columnTypes };
  };
  return queryable;
}

function correct(adapter) {
  const startTransaction = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (isolation) => withCharColumns(await startTransaction(isolation));
  // adapter-pg splits a script at every semicolon, through the middle of function bodies and strings.
  // PostgreSQL takes the whole script, and runs it as one transaction.
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return withCharColumns(adapter);
}

/** A migration-aware adapter factory for one database URL; `dispose()` closes all it opened. */
export function createAdapterFactory(url) {
  const open = [];
  const schema = url ? (new URL(url).searchParams.get("schema") ?? "public") : "public";
  const connectTo = async (overrides) => {
    const config = { ...connectionFields(url), ...overrides, Client: EngineClient, max: 4 };
    const adapter = correct(await new PrismaPg(config, { schema }).connect());
    const dispose = adapter.dispose.bind(adapter);
    let closed;
    adapter.dispose = () => (closed ??= dispose());
    open.push(adapter);
    return adapter;
  };
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connectTo({}),
    async connectToShadowDb() {
      const database = `prisma_migrate_shadow_db_${randomUUID()}`;
      const main = await connectTo({});
      await main.executeScript(`CREATE DATABASE "${database}"`);
      const shadow = await connectTo({ database });
      const close = shadow.dispose;
      let dropped;
      shadow.dispose = () =>
        (dropped ??= (async () => {
          await close();
          await main.executeScript(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
        })());
      return shadow;
    },
    async dispose() {
      for (const adapter of open.reverse()) await adapter.dispose();
    },
  };
}
