// `npm run bench`: measures the promised numbers on this machine. `npm run bench -- open-slots race` runs some.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./ensure-installed.mjs";

await ensureInstalled();
const root = fileURLToPath(new URL("../", import.meta.url));
const args = ["--import", "tsx", "tests/bench/main.ts", ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("close", (code) => process.exit(code ?? 1));
