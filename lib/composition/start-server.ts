import cluster from "node:cluster";
import { readHospitalsAhead } from "@/lib/domain/hospitals/load-hospitals-or-last-known";
import { config } from "@/lib/platform/config/config";
import { closeDb } from "@/lib/platform/db/db";
import { keepPresence } from "@/lib/platform/db/presence";
import { requestsAnswered, watchRequests } from "@/lib/platform/shutdown/in-flight";
import { catchConsole } from "@/lib/platform/log/catch-console";
import { log } from "@/lib/platform/log/log";
import { logPages } from "@/lib/platform/log/log-pages";
import { stampPeerAddresses } from "@/lib/platform/rate-limit/client-address";
import { startBackground } from "@/lib/composition/start-background";

const DEADLINE_MS = 10_000;
/** Between leaving the answers under way their time and the hard end. */
const DRAIN_MS = 5_000;

/**
 * What a web process does at start: background work unless WORKER=off, and an orderly end on SIGTERM and SIGINT, for
 * which requests under way are answered first.
 * Next leaves the signals to us (NEXT_MANUAL_SIG_HANDLE), or running jobs would be cut off.
 */
export async function startServer(): Promise<void> {
  stampPeerAddresses();
  logPages();
  if (config.isProduction) catchConsole();
  watchRequests();
  const presence = keepPresence();
  // The emergency page has them then, also when the database goes away before anyone asks.
  void readHospitalsAhead();
  const background = config.worker ? await startBackground() : undefined;
  const end = () => {
    setTimeout(() => process.exit(1), DEADLINE_MS).unref();
    Promise.all([background?.stop(), requestsAnswered(DRAIN_MS)])
      .then(() => presence.stop())
      .then(closeDb)
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, "shutdown failed");
          process.exit(1);
        },
      );
  };
  process.once("SIGTERM", end);
  // One of several is ended by the process that holds the port, which hears a Ctrl-C at the same moment.
  if (!cluster.isWorker) process.once("SIGINT", end);
}
