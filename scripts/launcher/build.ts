import { fingerprint, unlessUpToDate } from "./fingerprint";
import type { Stack } from "./stack";
import { isDiskFull, StartError } from "../process/start-error";
import { say } from "../process/say";

const CLIENT_SOURCES = ["prisma/schema", "package-lock.json"];
const APP_SOURCES = [
  ...CLIENT_SOURCES,
  ...["app", "components", "lib", "public", "middleware.ts", "instrumentation.ts", "instrumentation-client.ts"],
  ...["next.config.ts", "postcss.config.mjs", "tsconfig.json"],
];

/** Generates the Prisma client when the schema has changed. */
export async function ensureClient(stack: Stack, env: NodeJS.ProcessEnv): Promise<void> {
  const args = ["node_modules/prisma/build/index.js", "generate"];
  const folder = "node_modules/.prisma/client";
  const made = {
    stamp: `${folder}/caresync-stamp`,
    product: `${folder}/index.js`,
    print: fingerprint(CLIENT_SOURCES),
  };
  await unlessUpToDate(made, () => runQuietly(stack, args, env, "The Prisma client could not be generated."));
}

/** Builds the application when a source, or a variable that is built in, has changed. */
export async function ensureBuild(stack: Stack, env: NodeJS.ProcessEnv): Promise<void> {
  const builtIn = Object.entries(env).filter(([name]) => name.startsWith("NEXT_PUBLIC_") || name === "ASSET_PREFIX");
  const print = fingerprint(APP_SOURCES, process.version + JSON.stringify(builtIn.sort()));
  await unlessUpToDate({ stamp: ".next/caresync-stamp", product: ".next/BUILD_ID", print }, async () => {
    say("Building …");
    const args = ["node_modules/next/dist/bin/next", "build"];
    await runQuietly(stack, args, env, "The build failed.");
  });
}

async function runQuietly(stack: Stack, args: string[], env: NodeJS.ProcessEnv, failure: string): Promise<void> {
  let output = "";
  const code = await stack.run({ args, env, onOutput: (text) => (output += text) });
  if (code === 0) return;
  if (isDiskFull(output)) throw new StartError("The disk is full: CareSync needs about 500 MB to build.");
  console.error(output.trim());
  throw new StartError(failure);
}
