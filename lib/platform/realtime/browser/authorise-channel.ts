import type { ChannelAuthorizationHandler } from "pusher-js";

type AuthoriseOptions = {
  endpoint: string;
  /** False once the socket was replaced; its signature would be useless. */
  isCurrentSocket(socketId: string): boolean;
  /** False once nothing listens to the channel any more. */
  isWanted(channel: string): boolean;
  /** True once the user has signed out: the server would refuse. */
  isSignedOut?(channel: string): boolean;
  /** Sends the socket's sign-in, without which the channels server lets it join no account's channel. */
  signIn?(proof: SignIn): void;
  /** The secret with which someone without an account joins a channel of theirs. */
  keyOf?(channel: string): string | undefined;
};

type SignIn = { auth: string; user_data: string };
type Answer = { auth: string; channel_data?: string | undefined; signIn?: SignIn | undefined };

/** A channel's refusal when no user is signed in any more. */
export const SIGNED_OUT = "signed out";

/** Statuses that no retry changes; the next connection asks again, perhaps after a sign-in. */
const FINAL = new Set([400, 401, 403, 404, 405, 413, 415, 422]);
/** In place of a status: nothing listens any more, so the server isn't asked. */
const UNWANTED = -1;
const FIRST_PAUSE_MS = 1_000;
const MAX_PAUSE_MS = 30_000;

/**
 * Asks our server to sign private channels. A refusal is final for this connection; a server that is down, busy or
 * unreachable is asked again after 1 s, 2 s, 4 s … at most 30 s, which avoids both storms and gaps.
 */
export function channelAuthoriser(options: AuthoriseOptions): ChannelAuthorizationHandler {
  return ({ socketId, channelName }, callback) => {
    void (async () => {
      for (let attempt = 0; ; attempt += 1) {
        if (options.isSignedOut?.(channelName)) return callback(new Error(SIGNED_OUT), null);
        const outcome = options.isWanted(channelName)
          ? await ask(options.endpoint, {
              socket_id: socketId,
              channel_name: channelName,
              key: options.keyOf?.(channelName),
            })
          : UNWANTED;
        // pusher-js has asked again for the new socket by now; this answer would overwrite that one.
        if (!options.isCurrentSocket(socketId)) return;
        if (typeof outcome !== "number") {
          const { signIn, ...answer } = outcome;
          if (signIn) options.signIn?.(signIn);
          return callback(null, answer);
        }
        if (outcome === 401) return callback(new Error(SIGNED_OUT), null);
        if (FINAL.has(outcome) || outcome === UNWANTED) {
          return callback(new Error(`The channel was refused (${outcome})`), null);
        }
        await pause(Math.min(FIRST_PAUSE_MS * 2 ** attempt, MAX_PAUSE_MS));
        if (!options.isCurrentSocket(socketId)) return;
      }
    })();
  };
}

/** Returns the signature, or the status instead; 0 without a usable answer. */
async function ask(
  endpoint: string,
  request: { socket_id: string; channel_name: string; key: string | undefined },
): Promise<Answer | number> {
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(request),
    });
    return response.ok ? toAnswer(await response.json()) : response.status;
  } catch {
    return 0;
  }
}

/** Takes only what is meant for the library; 0 for anything else. */
function toAnswer(given: unknown): Answer | 0 {
  const { auth, channel_data, signIn } = fieldsOf(given);
  if (typeof auth !== "string") return 0;
  const proof = fieldsOf(signIn);
  return {
    auth,
    ...(typeof channel_data === "string" ? { channel_data } : {}),
    ...(typeof proof["auth"] === "string" && typeof proof["user_data"] === "string"
      ? { signIn: { auth: proof["auth"], user_data: proof["user_data"] } }
      : {}),
  };
}

function fieldsOf(given: unknown): Record<string, unknown> {
  return typeof given === "object" && given !== null ? { ...given } : {};
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
