// `npm start` (production) and `npm run dev`. Plain Node, because it runs before anything is installed.
const [major, minor] = process.versions.node.split(".").map(Number);

async function main() {
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`CareSync needs Node.js 20.19 or newer; this is ${process.version}.`);
  }
  const { ensureInstalled } = await import("./ensure-installed.mjs");
  ensureInstalled();
  const { register } = await import("tsx/esm/api");
  register();
  const { launch } = await import("./launch.ts");
  await launch(process.argv.includes("--dev"));
}

main().catch((error) => {
  console.error(error instanceof Error && error.code === undefined ? error.message : error);
  process.exit(1);
});
