import type { IncomingMessage } from "node:http";
import { addressKey } from "@/lib/platform/rate-limit/address-key";

export type GateOptions = {
  /** Sites whose pages may connect; all of them by default. */
  origins?: string[];
  /** Whether a proxy in front appends the client's address to X-Forwarded-For. */
  trustsProxy?: boolean;
};

export type Refusal = { status: 403 | 429; reason: string };

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Decides who may open a socket, before there is one: by the page's site and by how many sockets its network has open.
 */
export class Gate {
  private readonly open = new Map<string, number>();

  constructor(
    private readonly options: GateOptions,
    private readonly mostPerAddress: number,
  ) {}

  /** Returns null when the request may become a socket. */
  refusal(request: IncomingMessage): Refusal | null {
    if (!this.isKnown(request.headers.origin)) return { status: 403, reason: "Forbidden" };
    const count = this.open.get(this.addressOf(request)) ?? 0;
    return count >= this.mostPerAddress ? { status: 429, reason: "Too Many Requests" } : null;
  }

  /** Counts a socket; returns the function to call when it has closed. */
  enter(request: IncomingMessage): () => void {
    const address = this.addressOf(request);
    this.open.set(address, (this.open.get(address) ?? 0) + 1);
    return () => {
      const left = (this.open.get(address) ?? 1) - 1;
      if (left > 0) this.open.set(address, left);
      else this.open.delete(address);
    };
  }

  /**
   * Browsers always state the site of a socket's page; a client that doesn't is no browser, so no page can use its
   * rights.
   */
  private isKnown(origin: string | undefined): boolean {
    const { origins } = this.options;
    if (origin === undefined || origins === undefined) return true;
    return origins.some((one) => one === origin || isSameMachine(one, origin));
  }

  private addressOf(request: IncomingMessage): string {
    const forwarded = this.options.trustsProxy
      ? String(request.headers["x-forwarded-for"] ?? "")
          .split(",")
          .at(-1)
          ?.trim()
      : "";
    return addressKey(forwarded || (request.socket.remoteAddress ?? ""));
  }
}

/** On the same machine http://localhost:3000 and http://127.0.0.1:3000 are one site. */
function isSameMachine(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [a, b] = [new URL(one), new URL(other)];
  return a.protocol === b.protocol && a.port === b.port && LOOPBACK.test(a.hostname) && LOOPBACK.test(b.hostname);
}
