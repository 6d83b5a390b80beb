/** The part of pusher-js's connection that is used here. */
export type Connectable = {
  state: string;
  connect(): void;
  disconnect(): void;
  bind(event: "state_change", listener: () => void): unknown;
  unbind(event: "state_change", listener: () => void): unknown;
};

const FIRST_ATTEMPT_MS = 1_500;
const MAX_ATTEMPT_MS = 15_000;
/** The server said "don't come back"; a page left open over a change of keys should still recover some day. */
const REFUSED_MS = 60_000;

/**
 * Reconnects faster than pusher-js does. When an attempt fails at once, because the server is just restarting,
 * pusher-js still waits out the 15, 30, then 60 seconds it had allowed for it. Here the first attempt gets 1.5 s and
 * each further one half as much again, up to 15 s, which also gives a slow network time to succeed; a fifth is random,
 * so that clients don't reconnect to a restarted server at the same moment.
 */
export function keepConnecting(connection: Connectable, random = Math.random): { kick(): void; stop(): void } {
  let attempt = 0;
  let kicking = false;
  let wasConnected = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const kick = () => {
    clearTimeout(timer);
    kicking = true;
    connection.disconnect();
    connection.connect();
    kicking = false;
    follow();
  };

  const follow = () => {
    if (kicking) return;
    clearTimeout(timer);
    if (connection.state === "connected") {
      attempt = 0;
      wasConnected = true;
      return;
    }
    // An established connection that is closed has only lost a right: it may rejoin what is still open to it.
    const refused = (connection.state === "disconnected" || connection.state === "failed") && !wasConnected;
    wasConnected = false;
    const patience = refused ? REFUSED_MS : Math.min(FIRST_ATTEMPT_MS * 1.5 ** attempt, MAX_ATTEMPT_MS);
    timer = setTimeout(
      () => {
        attempt += 1;
        kick();
      },
      patience * (0.9 + 0.2 * random()),
    );
  };

  connection.bind("state_change", follow);
  follow();
  return {
    /** Retries at once, as after "the network is back", and resets the intervals. */
    kick: () => {
      attempt = 0;
      kick();
    },
    stop: () => {
      clearTimeout(timer);
      connection.unbind("state_change", follow);
    },
  };
}
