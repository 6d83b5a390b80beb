// Loads the WebAssembly engine and runs one request on it.
import { readFile } from "node:fs/promises";
import * as bg from "@prisma/schema-engine-wasm/schema_engine_bg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

const NEEDS_DIAGNOSTIC = new Set(["evaluateDataLoss", "createMigration"]);
let loaded;

// The engine reports through this global why it panics; the trap that follows kills the process.
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message: (message) => process.stderr.write(`${JSON.stringify({ level: "ERROR", fields: { message } })}\n`),
};

function load() {
  loaded ??= (async () => {
    const module = import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const bytes = await readFile(new URL("schema_engine_bg.wasm", module));
    const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bg });
    bg.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start();
  })();
  return loaded;
}

export async function engineVersion() {
  await load();
  return bg.version();
}

/**
 * Answers one JSON-RPC request. Every request gets its own engine, because an engine keeps its first shadow database
 * and refuses a second.
 */
export async function callEngine({ method, params, datamodels, factory }) {
  await load();
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  let engine;
  try {
    // An empty list makes the engine panic; without one it takes the schemas from the request.
    const options = { datamodels: datamodels.length > 0 ? datamodels : undefined };
    engine = await bg.SchemaEngine.new(options, () => {}, adapter);
    // Without it a fresh engine does not know how to reach a shadow database and says so.
    if (NEEDS_DIAGNOSTIC.has(method)) {
      await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
    }
    if (method === "getDatabaseVersion") return await engine.version(null);
    if (typeof engine[method] !== "function") throw new Error(`Unknown method ${method}`);
    return await engine[method](params);
  } catch (error) {
    throw withDriverCause(error, adapter.errorRegistry);
  } finally {
    await factory.dispose();
    engine?.free();
  }
}

/** The adapter's own errors arrive as "external error <id>": looks up the cause. */
function withDriverCause(error, registry) {
  const id = /external error[^\d]*(\d+)/i.exec(String(error?.message))?.[1];
  return (id && registry.consumeError(Number(id))?.error) || error;
}

/** The `data` of a JSON-RPC error, as the CLI reads it. */
export function describeError(error) {
  const message = error?.message ?? String(error);
  return { is_panic: false, message, error_code: error?.code ?? null, meta: error?.meta ?? {} };
}
