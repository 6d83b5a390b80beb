import { connect } from "node:net";
import Pusher from "pusher";
import { config } from "@/lib/platform/config/config";

const TIMEOUT_MS = 1_000;

/**
 * Tells whether the channels server is reachable. Our own must answer a signed query, because another program may hold
 * its port. A hosted one only has to accept connections, because queries count against its quota.
 */
export function channelsReachable(): Promise<boolean> {
  return config.pusher.host
    ? answersForOurApp(config.pusher.host)
    : takesConnections(`api-${config.pusher.cluster || "mt1"}.pusher.com`);
}

async function answersForOurApp(host: string): Promise<boolean> {
  const { appId, key, secret, port, useTLS } = config.pusher;
  const pusher = new Pusher({
    appId,
    key,
    secret,
    host,
    useTLS,
    timeout: TIMEOUT_MS,
    ...(port ? { port: String(port) } : {}),
  });
  try {
    const answer = await pusher.get({ path: "/channels", params: { filter_by_prefix: "none-" } });
    await answer.text();
    return true;
  } catch {
    return false; // the library's error contains the signed address
  }
}

function takesConnections(host: string): Promise<boolean> {
  const { port, useTLS } = config.pusher;
  return new Promise((resolve) => {
    const socket = connect({ host, port: port ?? (useTLS ? 443 : 80) });
    const answer = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.setTimeout(TIMEOUT_MS, () => answer(false));
    socket.once("connect", () => answer(true)).once("error", () => answer(false));
  });
}
