import { expect } from "@playwright/test";
import { secret } from "./ledger";
import { runningStack } from "./run-state";
import type { Account } from "./sign-in";

export type Answer<T = unknown> = { status: number; headers: Headers; body: T };
type Sent = { body?: unknown; headers?: Record<string, string> };

/** One request to the product as an integrator makes it; `path` begins with /api. */
export async function callApi<T>(method: string, path: string, { body, headers }: Sent = {}): Promise<Answer<T>> {
  const response = await fetch(`${runningStack().baseURL}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === "" ? null : JSON.parse(text)) as T };
}

/** The REST API with somebody's token. Each call fails the test unless it is answered with a 2xx. */
export class Api {
  private token: Promise<string> | undefined;

  constructor(private readonly account: Account) {}

  get<T>(path: string): Promise<T> {
    return this.send("GET", path);
  }
  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.send("POST", path, body);
  }
  put<T>(path: string, body: unknown): Promise<T> {
    return this.send("PUT", path, body);
  }

  /** The same without judging the answer. */
  async ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    this.token ??= accessToken(this.account);
    const headers = { authorization: `Bearer ${await this.token}` };
    return callApi<T>(method, path, body === undefined ? { headers } : { headers, body });
  }

  private async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.ask<T>(method, path, body);
    expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
    return answer.body;
  }
}

async function accessToken(account: Account): Promise<string> {
  const answer = await callApi<{ accessToken: string; refreshToken: string }>("POST", "/api/auth/token", { body: account });
  expect(answer.status, "a token for a test's account").toBe(200);
  secret(answer.body.refreshToken);
  return secret(answer.body.accessToken);
}
