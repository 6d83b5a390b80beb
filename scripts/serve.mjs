// One web server: `node scripts/serve.mjs -p 3000 -H 127.0.0.1`, from the built folder. Next answers the requests; this
// decides how many at a time, how long a client may take to send one, and what is refused before any work is done.
import cluster from "node:cluster";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { Admission } from "./server/admission.mjs";
import { BUSY, DATABASE_AWAY, refuse } from "./server/refuse.mjs";
import { classifyRequest } from "./server/requests.mjs";
import { refuseWhenDatabaseAway } from "./server/refuse-when-database-away.mjs";

/** A client that does not finish sending within this time has a very bad network, or is malicious. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 60_000;
/** Longer than a reverse proxy keeps its connections, so that it never sends on one that is being closed. */
const KEEP_ALIVE_MS = 75_000;

/** A processor handles a few pages at a time; more would only wait for each other. */
const LIMITS = { most: 24, reserved: 8, waiting: 64, patienceMs: 2_000, longestMs: 15_000 };

if (existsSync(".env")) process.loadEnvFile(".env");
const { values } = parseArgs({
  options: { port: { type: "string", short: "p" }, host: { type: "string", short: "H" } },
});
const port = Number(values.port ?? (process.env.PORT || 3000));
const hostname = values.host ?? (process.env.HOST || undefined);

// By it browsers see that what they keep is of another build.
process.env.CARESYNC_BUILD ??= readFileSync(".next/BUILD_ID", "utf8").trim();
// React reads it as soon as it is loaded.
if (!process.env.NODE_ENV) Object.assign(process.env, { NODE_ENV: "production" });
const { default: next } = await import("next");
const app = next({ dev: false, port, ...(hostname ? { hostname } : {}) });
await app.prepare();
const handle = app.getRequestHandler();

const admission = new Admission(LIMITS);
/** Set by the application in this process (lib/platform/db/presence.ts). */
const isDatabaseAway = () => globalThis[Symbol.for("caresync.database-state")]?.isAway === true;

/**
 * Also set by the application: answers from memory what is the same for everyone (lib/composition/start-shared-pages.ts).
 * @returns {((request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse, pass: () => void) => void) | undefined}
 */
const sharedPages = () => globalThis[Symbol.for("caresync.shared-pages")];

/** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
function serve(request, response) {
  const { isFree, isUrgent, kind } = classifyRequest(request.url);
  if (isFree) return void handle(request, response);
  const answer = isDatabaseAway() ? undefined : sharedPages();
  if (answer) answer(request, response, () => admit(request, response, { isUrgent, kind }));
  else admit(request, response, { isUrgent, kind });
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {{ isUrgent: boolean, kind: string }} of
 */
function admit(request, response, { isUrgent, kind }) {
  // The emergency page shows its numbers without a database; everything else would only wait for it.
  if (!isUrgent && isDatabaseAway()) return refuse(request, response, DATABASE_AWAY);
  const work = () => refuseWhenDatabaseAway(request, response, isDatabaseAway, () => handle(request, response));
  admission.enter(response, { kind, isUrgent, work, refuse: () => refuse(request, response, BUSY) });
}

const server = createServer(
  { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: 2_000 },
  serve,
);
server.keepAliveTimeout = KEEP_ALIVE_MS;
server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
  console.error(
    error.code === "EADDRINUSE" ? `Port ${port} is taken.` : `Cannot listen on port ${port} (${error.code}).`,
  );
  process.exit(1);
});
server.listen(port, hostname);
// When told to stop, it accepts no more connections; the application finishes requests under way and ends the process.
// One of several leaves a Ctrl-C, which a terminal sends to everyone, to the process that holds the port.
for (const name of cluster.isWorker ? ["SIGTERM"] : ["SIGTERM", "SIGINT"]) process.once(name, () => server.close());
