// Several web servers on one port: `node scripts/web.mjs 2 scripts/serve.mjs -p 3000`. This process
// takes the connections and hands them out in turn; it answers nothing itself. A server that dies is started again while
// the others go on; on SIGTERM each may finish what it is answering; when this process is killed, all of them end.
import cluster from "node:cluster";

const MAX_DEATHS = 5;
const DEATHS_WINDOW_MS = 60_000;

const [count = "1", exec = "", ...args] = process.argv.slice(2);
// Not this process's own preloads: those watch over the channel to the launcher, and the servers have none.
cluster.setupPrimary({ exec, args, execArgv: [] });

let isStopping = false;
/** @type {number[]} */
let deaths = [];

function startOne() {
  if (!isStopping) cluster.fork();
}

// A connection that a server has been handed and has not yet taken is forgotten with it when it dies: whoever is behind
// it would wait for ever. Closed, they learn it at once, and browsers and proxies ask again.
cluster.on("fork", ({ process: server }) => {
  const untaken = new Map();
  const send = server.send.bind(server);
  // How Node's cluster hands a connection over: a numbered message with the handle, answered by one that names the number.
  server.send = (message, handle, ...rest) => {
    if (handle) untaken.set(message.seq, handle);
    return send(message, handle, ...rest);
  };
  server.on("internalMessage", ({ ack }) => untaken.delete(ack));
  server.once("exit", () => untaken.forEach((handle) => handle.close()));
});

cluster.on("exit", (worker, code) => {
  if (isStopping) return endWithTheLast();
  const now = Date.now();
  deaths = [...deaths.filter((at) => now - at < DEATHS_WINDOW_MS), now];
  // One by one they come back; what takes all of them down at once, again and again, is for the launcher to judge.
  if (deaths.length > MAX_DEATHS * Number(count)) {
    console.error(`The web processes ended ${deaths.length} times within a minute.`);
    stop(1);
    return;
  }
  console.error(`A web process ended unexpectedly (${worker.process.signalCode ?? code}); starting it again.`);
  setTimeout(startOne, Math.min(100 * 2 ** (deaths.length - 1), 5_000));
});

/** @param {number} code */
function stop(code) {
  if (isStopping) return;
  isStopping = true;
  process.exitCode = code;
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill("SIGTERM");
  endWithTheLast();
}

function endWithTheLast() {
  if (Object.keys(cluster.workers ?? {}).length === 0) process.exit();
}

process.once("SIGTERM", () => stop(0));
process.once("SIGINT", () => stop(0));
for (let i = 0; i < Number(count); i++) startOne();
