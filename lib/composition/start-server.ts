import cluster from "node:cluster";
import { readHospitalsAhead } from "@/lib/domain/hospitals/load-hospitals-or-last-known";
import { config } from "@/lib/platform/config/config";
import { closeDb } from "@/lib/platform/db/db";
import { keepPresence } from "@/lib/platform/db/presence";
import { watchReplica } from "@/lib/platform/db/replica";
import { requestsAnswered, watchRequests } from "@/lib/platform/shutdown/in-flight";
import { catchConsole } from "@/lib/platform/log/catch-console";
import { log } from "@/lib/platform/log/log";
import { logPages } from "@/lib/platform/log/log-pages";
import { stampPeerAddresses } from "@/lib/platform/rate-limit/client-address";
import { startBackground } from "@/lib/composition/start-background";
import { countWeb } from "@/lib/composition/start-counting";
import { startSharedPages } from "@/lib/composition/start-shared-pages";
import { startTracing } from "@/lib/composition/start-tracing";

const DEADLINE_MS = 10_000;
/** Between the time for requests under way and the hard end. */
const DRAIN_MS = 5_000;

/**
 * Starts a web process: background work unless WORKER=off, and a graceful shutdown on SIGTERM and SIGINT, which answers
 * requests under way first. Next leaves the signals to us (NEXT_MANUAL_SIG_HANDLE), or running jobs would be cut off.
 */
export async function startServer(): Promise<void> {
  countWeb();
  const stopTracing = await startTracing("web");
  stampPeerAddresses();
  logPages();
  if (config.isProduction) catchConsole();
  watchRequests();
  const presence = keepPresence();
  const replica = watchReplica();
  const sharedPages = startSharedPages();
  // For the emergency page, in case the database goes down before anyone asks.
  void readHospitalsAhead();
  const background = config.worker ? await startBackground() : undefined;
  const end = () => {
    setTimeout(() => process.exit(1), DEADLINE_MS).unref();
    Promise.all([background?.stop(), requestsAnswered(DRAIN_MS)])
      .then(() => Promise.all([presence.stop(), replica.stop(), sharedPages.stop()]))
      .then(() => Promise.all([closeDb(), stopTracing()]))
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, "shutdown failed");
          process.exit(1);
        },
      );
  };
  process.once("SIGTERM", end);
  // One of several is ended by the process that holds the port, which receives the same Ctrl-C.
  if (!cluster.isWorker) process.once("SIGINT", end);
}
