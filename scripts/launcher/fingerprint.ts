import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { ROOT } from "../process/child";

function filesUnder(path: string): string[] {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [full];
  const entries = readdirSync(full, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Returns one hash over the contents of files and folders, because dates mean nothing after a checkout or a copy. */
export function fingerprint(paths: string[], extra = ""): string {
  const hash = createHash("sha256").update(extra);
  for (const file of paths.flatMap(filesUnder).sort()) {
    hash.update(`\0${relative(ROOT, file)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** Does `work` unless its product exists and its stamp has this fingerprint. */
export async function unlessUpToDate(
  { stamp, product, print }: { stamp: string; product: string; print: string },
  work: () => Promise<void>,
): Promise<void> {
  const file = join(ROOT, stamp);
  if (existsSync(join(ROOT, product)) && existsSync(file) && readFileSync(file, "utf8") === print) return;
  rmSync(file, { force: true });
  await work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, print);
}
