import type { IncomingMessage, ServerResponse } from "node:http";
import { answerMetrics } from "@/lib/platform/metrics/serve-metrics";
import type { AppState } from "./channels";
import { publishBatch, publishEvent } from "./http-events";
import { listChannels, listUsers, showChannel } from "./http-queries";
import { type ApiRequest, HttpError, readRequest, sendJson } from "./http-request";
import type { ChannelsLimits } from "./limits";
import type { ChannelsLogger } from "./logger";
import { CODE } from "./protocol";
import { requestError } from "./signatures";

export type HttpApi = {
  states: ReadonlyMap<string, AppState>;
  limits: ChannelsLimits;
  logger: ChannelsLogger;
  metricsToken: string | undefined;
};

/** Answers one request of the signed HTTP API, of the open health check, or for metrics. Never throws. */
export async function handleHttp(api: HttpApi, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (api.metricsToken !== undefined && request.url === "/metrics")
      return await answerMetrics(request, response, api.metricsToken);
    const read = await readRequest(request, api.limits.maxHttpBodyBytes);
    sendJson(response, 200, route(api, read));
  } catch (error) {
    if (response.headersSent || response.destroyed) return;
    if (!(error instanceof HttpError)) api.logger.error({ err: error }, "channels request failed");
    const [status, message] = error instanceof HttpError ? [error.status, error.message] : [500, "Internal error"];
    // The rest of an oversized body would be read as the next request.
    if (status === 413) response.setHeader("connection", "close");
    sendJson(response, status, { error: message });
  }
}

function route(api: HttpApi, request: ApiRequest): object {
  const [root, appId, resource, ...rest] = request.segments;
  if (root === "health" && appId === undefined) return only("GET", request, () => ({ status: "ok" }));
  if (root !== "apps" || appId === undefined || resource === undefined) throw new HttpError(404, "Not found");
  const state = api.states.get(appId);
  if (state === undefined) throw new HttpError(404, "Unknown app");
  const fault = requestError(state.app, request, Date.now() / 1000);
  if (fault !== null) throw new HttpError(401, fault);
  return routeApp(state, api.limits, request, resource, rest);
}

function routeApp(state: AppState, limits: ChannelsLimits, request: ApiRequest, resource: string, rest: string[]) {
  const [name, action, ...more] = rest;
  if (more.length === 0 && resource === "channels") {
    if (name === undefined) return only("GET", request, () => listChannels(state, request));
    if (action === undefined) return only("GET", request, () => showChannel(state, request, name));
    if (action === "users") return only("GET", request, () => listUsers(state, name));
  }
  if (more.length === 0 && resource === "users" && name !== undefined && action === "terminate_connections") {
    return only("POST", request, () => terminateUser(state, name));
  }
  if (name === undefined && resource === "events") {
    return only("POST", request, () => publishEvent(state, limits, request));
  }
  if (name === undefined && resource === "batch_events") {
    return only("POST", request, () => publishBatch(state, limits, request));
  }
  throw new HttpError(404, "Not found");
}

function only(method: string, request: ApiRequest, answer: () => object): object {
  if (request.method !== method) throw new HttpError(405, `Use ${method}`);
  return answer();
}

/** 4009 tells the client not to come back. An earlier sign-in still in transit becomes invalid too. */
function terminateUser(state: AppState, userId: string): object {
  state.closedAt.set(userId, Date.now());
  for (const connection of [...(state.users.get(userId) ?? [])]) {
    connection.close(CODE.unauthorised, "Disconnected by the app");
  }
  return {};
}
