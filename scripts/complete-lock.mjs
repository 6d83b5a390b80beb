// npm writes into package-lock.json only those optional packages that fit the machine it ran on; `npm ci` on
// another one then refuses the file ("Missing: @next/swc-darwin-arm64@… from lock file"). This adds an entry for
// each of the others. Run by `npm run lock` after every change of the dependencies.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SYSTEMS = ["darwin", "linux", "win32", "windows", "freebsd", "openbsd", "netbsd", "sunos", "aix", "android", "openharmony"];
const PROCESSORS = ["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64", "mips64el", "wasm32"];

/** The entries missing from a lockfile's `packages`, by path. */
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

/** What a package name such as @img/sharp-linux-arm64 says about where it installs. */
function platformOf(name) {
  const words = name.split(/[/\-_]/);
  const system = SYSTEMS.find((one) => words.includes(one));
  const processor = PROCESSORS.find((one) => words.includes(one));
  return {
    ...(processor ? { cpu: [processor] } : {}),
    ...(system ? { os: [system === "windows" ? "win32" : system] } : {}),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL("../package-lock.json", import.meta.url));
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingEntries(lock.packages);
  const entries = Object.entries({ ...lock.packages, ...missing });
  lock.packages = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, "en")));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: ${Object.keys(missing).length} entries added for other platforms.`);
}
