import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * Installs from the lockfile unless node_modules has it already. npm writes what it installed, at its very end, to
 * node_modules/.package-lock.json, so an interrupted installation counts as none. `dev: false` accepts the packages
 * without development ones (`npm ci --omit=dev`, NODE_ENV=production). Throws an Error with one sentence when npm
 * fails. Uses only Node, because it runs before anything is installed.
 */
export function ensureInstalled({ dev = true } = {}) {
  if (isInstalled({ dev })) return;
  console.log("Installing the dependencies from the lockfile …");
  const { status, error } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", ...(dev ? ["--include=dev"] : [])], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (error || status !== 0) {
    throw new Error("The dependencies could not be installed: see npm's message above, and try `npm ci`.");
  }
}

/** Tells whether every package the lockfile requires on this platform is installed in its version. */
export function isInstalled({ dev = true } = {}) {
  const wanted = packagesIn("package-lock.json");
  const present = packagesIn("node_modules/.package-lock.json");
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === "" || entry.optional || (entry.dev && !dev) || present[path]?.version === entry.version,
  );
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(`${root}${file}`, "utf8")).packages;
  } catch {
    return undefined;
  }
}
