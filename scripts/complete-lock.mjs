// npm writes into package-lock.json only the optional packages of the machine it ran on; `npm ci` on another one then
// refuses the file ("Missing: @next/swc-darwin-arm64@… from lock file"). Where nothing is installed it writes all of
// them, with the checksums that `npm ci` verifies: so this runs it in an empty directory. Run by `npm run lock` after
// every change of the dependencies.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SYSTEMS = [
  "darwin",
  "linux",
  "win32",
  "windows",
  "freebsd",
  "openbsd",
  "netbsd",
  "sunos",
  "aix",
  "android",
  "openharmony",
];
const PROCESSORS = ["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64", "mips64el", "wasm32"];

/** Returns the entries missing in a lockfile's `packages`, by path. */
export function missingEntries(packages) {
  const missing = {};
  for (const [parent, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const path = `node_modules/${name}`;
      const nested = parent ? `${parent}/${path}` : path;
      if (packages[path] || packages[nested]) continue;
      missing[path] = { version: range.replace(/^[\^~]/, ""), ...platformOf(name), optional: true };
    }
  }
  return missing;
}

/** Returns the platform in a package name such as @img/sharp-linux-arm64. */
function platformOf(name) {
  const words = name.split(/[/\-_]/);
  const system = SYSTEMS.find((one) => words.includes(one));
  const processor = PROCESSORS.find((one) => words.includes(one));
  return {
    ...(processor ? { cpu: [processor] } : {}),
    ...(system ? { os: [system === "windows" ? "win32" : system] } : {}),
  };
}

/**
 * Returns the paths of packages that would be installed without verification. A bundled package has no checksum of its
 * own.
 */
export function unchecked(packages) {
  return Object.entries(packages)
    .filter(([path, entry]) => path !== "" && !entry.integrity && !entry.link && !entry.inBundle)
    .map(([path]) => path);
}

/** Returns the lockfile as npm writes it where nothing is installed, keeping what `lock` has fixed. */
function askNpm(root, lock) {
  const directory = mkdtempSync(join(tmpdir(), "lock-"));
  try {
    for (const name of ["package.json", ".npmrc"])
      if (existsSync(join(root, name))) copyFileSync(join(root, name), join(directory, name));
    writeFileSync(join(directory, "package-lock.json"), JSON.stringify(lock));
    const { status } = spawnSync(
      "npm",
      ["install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund"],
      {
        cwd: directory,
        stdio: ["ignore", "ignore", "inherit"],
        shell: process.platform === "win32",
      },
    );
    if (status !== 0) throw new Error("npm could not complete the lockfile; it is as it was.");
    return JSON.parse(readFileSync(join(directory, "package-lock.json"), "utf8"));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL("../", import.meta.url));
  const file = join(root, "package-lock.json");
  const before = JSON.parse(readFileSync(file, "utf8"));
  const isIncomplete = unchecked(before.packages).length + Object.keys(missingEntries(before.packages)).length > 0;
  for (const path of unchecked(before.packages)) delete before.packages[path];
  const lock = isIncomplete ? askNpm(root, before) : before;
  // Packages npm says nothing about are listed all the same, so that `npm ci` accepts the file on every machine.
  const entries = Object.entries({ ...lock.packages, ...missingEntries(lock.packages) });
  lock.packages = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, "en")));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(
    `package-lock.json: ${entries.length - Object.keys(before.packages).length} entries completed for other platforms.`,
  );
}
