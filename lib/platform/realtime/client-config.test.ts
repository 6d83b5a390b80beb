import { afterEach, describe, expect, it, vi } from "vitest";
import { realtimeClientConfig, realtimeOrigin } from "./client-config";

const pusher = vi.hoisted(() => ({ key: "k", cluster: "" }) as Record<string, unknown>);
vi.mock("@/lib/platform/config/config", () => ({ config: { pusher } }));

afterEach(() => {
  for (const name of Object.keys(pusher)) delete pusher[name];
});

const given = (values: object) => Object.assign(pusher, { key: "k", cluster: "", useTLS: false }, values);

describe("the browser's address of the channels server", () => {
  it("defaults to the server's own address", () => {
    given({ host: "127.0.0.1", port: 6001 });
    expect(realtimeClientConfig()).toEqual({
      key: "k",
      cluster: "",
      wsHost: "127.0.0.1",
      wsPort: 6001,
      forceTLS: false,
    });
    expect(realtimeOrigin()).toBe("ws://127.0.0.1:6001");
  });

  it("is the public address when one is configured", () => {
    given({ host: "channels.internal", port: 6001, publicHost: "live.example.org", publicPort: 443, publicTLS: true });
    expect(realtimeOrigin()).toBe("wss://live.example.org:443");
  });

  it("defaults to the scheme's port", () => {
    given({ host: "live.example.org", useTLS: true });
    expect(realtimeClientConfig()).toMatchObject({ wsPort: 443, forceTLS: true });
  });

  it("derives the hosted Pusher address from the cluster name", () => {
    given({ cluster: "eu", useTLS: true });
    expect(realtimeClientConfig()).toEqual({ key: "k", cluster: "eu", wsHost: null, wsPort: 443, forceTLS: true });
    expect(realtimeOrigin()).toBe("wss://ws-eu.pusher.com:443");
  });
});
