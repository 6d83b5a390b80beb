import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SYSTEM_BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const BROWSER_ARGS = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-pings",
];

const runs = (path: string) => existsSync(path) && spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;

/** Returns the Chromium to test with: the one from npm, or else the system's. Throws a sentence when neither runs. */
export async function findBrowser(): Promise<string> {
  if (!hasLibrary("libnss3.so")) {
    // The package includes these libraries and uses them only where it detects a Lambda.
    process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs20.x";
  }
  if (!existsSync("/etc/fonts/fonts.conf")) process.env.FONTCONFIG_PATH ??= join(tmpdir(), "fonts");
  const { default: chromium } = await import("@sparticuz/chromium");
  chromium.setGraphicsMode = false;
  const packaged = await chromium.executablePath();
  const found = [packaged, ...SYSTEM_BROWSERS].find(runs);
  if (!found)
    throw new Error("No Chromium runs here: install the package `chromium`, or libnss3, libnspr4 and libexpat1.");
  return found;
}

function hasLibrary(name: string): boolean {
  const { stdout } = spawnSync("/sbin/ldconfig", ["-p"], { encoding: "utf8" });
  return stdout?.includes(name) ?? false;
}
