import type { IncomingMessage, ServerResponse } from "node:http";

export function refuseWhenDatabaseAway(
  request: IncomingMessage,
  response: ServerResponse,
  isDatabaseAway: () => boolean,
  work: () => Promise<unknown>,
): Promise<unknown>;
