import { connect } from "node:net";
import { config } from "@/lib/platform/config/config";

const PATIENCE_MS = 1_000;

/** Whether the channels server takes connections; nothing is sent, so that asking a hosted one costs nothing. */
export function channelsReachable(): Promise<boolean> {
  const { host, port, cluster, useTLS } = config.pusher;
  return new Promise((resolve) => {
    const socket = connect({ host: host ?? `api-${cluster || "mt1"}.pusher.com`, port: port ?? (useTLS ? 443 : 80) });
    const answer = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.setTimeout(PATIENCE_MS, () => answer(false));
    socket.once("connect", () => answer(true)).once("error", () => answer(false));
  });
}
