import type { IncomingMessage, ServerResponse } from "node:http";

export function tellAway(
  request: IncomingMessage,
  response: ServerResponse,
  isDatabaseAway: () => boolean,
  work: () => Promise<unknown>,
): Promise<unknown>;
