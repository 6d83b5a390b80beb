import { AsyncLocalStorage } from "node:async_hooks";
import { DATABASE_AWAY, refuse } from "./refuse.mjs";

/**
 * What is known about the answer being prepared; the application adds what only it knows
 * (lib/platform/http/answering.ts).
 */
/** @typedef {{ isUnavailable: boolean }} Answering */
/** @type {AsyncLocalStorage<Answering>} */
const answering = new AsyncLocalStorage();
Object.assign(globalThis, { [Symbol.for("caresync.answering")]: answering });

/**
 * Has `work` answer a request. Where it fails because the database does, those who asked hear the same as those who come
 * once it is known to be away: "not available right now" and when to come back, never "our fault".
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {() => boolean} isDatabaseAway
 * @param {() => Promise<unknown>} work
 */
export function refuseWhenDatabaseAway(request, response, isDatabaseAway, work) {
  const note = { isUnavailable: false };
  const { writeHead, write, end } = response;
  let isRefused = false;
  /** @param {number} status */
  const refuseOnce = (status) => {
    if (isRefused || status !== 500 || response.headersSent || !(note.isUnavailable || isDatabaseAway()))
      return isRefused;
    isRefused = true;
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    // Bypasses the compression of the application's answer, of which nothing more is sent.
    Object.assign(response, { writeHead, write, end });
    refuse(request, response, DATABASE_AWAY);
    Object.assign(response, { writeHead: () => response, write: () => true, end: () => response });
    return true;
  };
  response.writeHead = (status, ...rest) => (refuseOnce(status) ? response : writeHead.call(response, status, ...rest));
  response.write = (...args) => refuseOnce(response.statusCode) || write.apply(response, args);
  response.end = (...args) => (refuseOnce(response.statusCode) ? response : end.apply(response, args));
  return answering.run(note, work);
}
