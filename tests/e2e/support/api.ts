import { expect } from "@playwright/test";
import { secret } from "./ledger";
import { runningStack } from "./run-state";
import type { Account } from "./sign-in";

export type Answer<T = unknown> = { status: number; headers: Headers; body: T };
type Sent = { body?: unknown; headers?: Record<string, string> };

/** Sends one request as an integrator does; `path` begins with /api. */
export async function callApi<T>(method: string, path: string, { body, headers }: Sent = {}): Promise<Answer<T>> {
  const response = await fetch(`${runningStack().baseURL}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === "" ? null : JSON.parse(text)) as T };
}

type Token = { accessToken: string; refreshToken: string; expiresIn: number };

/** The REST API with one account's token. Each call fails the test unless it is answered with a 2xx. */
export class Api {
  private token: Promise<string> | undefined;
  /** When to get the next one, because a whole run takes longer than a token lives. */
  private until = 0;
  /** Which stack it is for: some tests start one of their own. */
  private stack = "";

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

  /** The same without checking the answer. */
  async ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const headers = { authorization: `Bearer ${await this.freshToken()}` };
    return callApi<T>(method, path, body === undefined ? { headers } : { headers, body });
  }

  private freshToken(): Promise<string> {
    const { baseURL } = runningStack();
    if (this.token && this.stack === baseURL && Date.now() < this.until) return this.token;
    this.until = Infinity;
    this.stack = baseURL;
    this.token = newToken(this.account).then(({ accessToken, expiresIn }) => {
      this.until = Date.now() + (expiresIn - 60) * 1000;
      return accessToken;
    });
    return this.token;
  }

  private async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.ask<T>(method, path, body);
    expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
    return answer.body;
  }
}

async function newToken(account: Account): Promise<Token> {
  const answer = await callApi<Token>("POST", "/api/auth/token", { body: account });
  expect(answer.status, "a token for a test's account").toBe(200);
  secret(answer.body.refreshToken);
  secret(answer.body.accessToken);
  return answer.body;
}
