import { gauge } from "@/lib/platform/metrics/instruments";
import { pool } from "./pool";

/** Shows how this process uses its database connections. */
export function measurePool(): void {
  gauge(
    {
      name: "caresync_database_pool_connections",
      help: "Database connections of this process: in use, idle, and how many it may have.",
      labels: ["state"],
    },
    () => {
      const { totalCount, idleCount, options } = pool();
      return [
        { labels: { state: "used" }, value: totalCount - idleCount },
        { labels: { state: "idle" }, value: idleCount },
        { labels: { state: "most" }, value: options.max },
      ];
    },
  );
  gauge(
    { name: "caresync_database_pool_waiting", help: "Pieces of work that wait for a database connection right now." },
    () => [{ value: pool().waitingCount }],
  );
}
