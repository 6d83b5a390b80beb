// Several web servers on one port, and nothing else: `node scripts/web.mjs 2 scripts/serve.mjs -p 3000`. On SIGTERM
// each may finish its answers.
import { register } from "tsx/esm/api";

register();
const { startWebProcesses } = await import("./web/processes.ts");
const { webHeapMegabytes } = await import("./web/heap.ts");

const [number = "1", exec = "", ...args] = process.argv.slice(2);
const count = Number(number);
const heapMegabytes = Number(process.env.WEB_HEAP_MB) || webHeapMegabytes(count);
const web = startWebProcesses({ count, exec, args, env: () => process.env, heapMegabytes });
let isAsked = false;
for (const name of ["SIGTERM", "SIGINT"]) {
  process.on(name, () => {
    isAsked = true;
    void web.stop();
  });
}
await web.exited;
process.exit(isAsked ? 0 : 1);
