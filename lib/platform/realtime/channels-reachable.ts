import { connect } from "node:net";
import Pusher from "pusher";
import { config } from "@/lib/platform/config/config";

const TIMEOUT_MS = 1_000;

/**
 * Whether the channels server is there. One of our own answers a signed question that finds nothing: another program may
 * hold its port. Of a hosted one it is enough that it takes connections, for each question counts there.
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
    return false; // the library's error carries the signed address
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
