#!/usr/bin/env node
// Prisma's schema engine without a downloaded binary. The Prisma CLI starts the program named in
// PRISMA_SCHEMA_ENGINE_BINARY (see prisma.config.ts) and speaks JSON-RPC with it, one message per line; this one
// answers with Prisma's own engine as published to npm: @prisma/schema-engine-wasm.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { createAdapterFactory } from "./adapter.mjs";
import { checkConnection, createDatabase } from "./database.mjs";
import { callEngine, describeError, engineVersion } from "./engine.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: "string", multiple: true },
    datasource: { type: "string" },
    version: { type: "boolean" },
  },
});
const url = options.datasource ? JSON.parse(options.datasource).url : undefined;

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

async function answer({ id, method, params }, datamodels) {
  try {
    const factory = createAdapterFactory(url);
    const result = (await callEngine({ method, params, datamodels, factory })) ?? {};
    // The CLI leaves printing a diff to the engine, and acknowledges the print like its own request.
    if (method === "diff" && result.stdout) send({ id, method: "print", params: { content: result.stdout } });
    send({ id, result: method === "diff" ? { ...result, stdout: null } : result });
  } catch (error) {
    const data = describeError(error);
    send({ id, error: { code: 4466, message: data.message, data } });
  }
}

async function serve() {
  const paths = options.datamodels ?? [];
  const datamodels = await Promise.all(paths.map(async (path) => [path, await readFile(path, "utf8")]));
  for await (const line of createInterface({ input: process.stdin })) {
    const request = line.trim() === "" ? {} : JSON.parse(line);
    if (request.method) await answer(request, datamodels);
  }
}

async function runCommand(command) {
  try {
    await (command === "create-database" ? createDatabase(url) : checkConnection(url));
  } catch (error) {
    const fields = { error_code: error.code === "3D000" ? "P1003" : "P1001", message: error.message };
    // The CLI skips the first line of what it reads here.
    process.stderr.write(`\n${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields })}`);
    process.exitCode = 1;
  }
}

if (options.version) console.log(`schema-engine-cli ${await engineVersion()}`);
else if (positionals[0] === "cli") await runCommand(positionals[1]);
else await serve();
