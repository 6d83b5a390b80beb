import { afterEach, describe, expect, it, vi } from "vitest";
import { realtimeClientConfig, realtimeOrigin } from "./client-config";

const pusher = vi.hoisted(() => ({ key: "k", cluster: "" }) as Record<string, unknown>);
vi.mock("@/lib/platform/config/config", () => ({ config: { pusher } }));

afterEach(() => {
  for (const name of Object.keys(pusher)) delete pusher[name];
});

const given = (values: object) => Object.assign(pusher, { key: "k", cluster: "", useTLS: false }, values);

describe("the browser's way to the channels server", () => {
  it("is the server's own address when nothing else is said", () => {
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

  it("is the public address where there is one", () => {
    given({ host: "channels.internal", port: 6001, publicHost: "live.example.org", publicPort: 443, publicTLS: true });
    expect(realtimeOrigin()).toBe("wss://live.example.org:443");
  });

  it("takes the port of the scheme when none is given", () => {
    given({ host: "live.example.org", useTLS: true });
    expect(realtimeClientConfig()).toMatchObject({ wsPort: 443, forceTLS: true });
  });

  it("is found by the cluster for the hosted service", () => {
    given({ cluster: "eu", useTLS: true });
    expect(realtimeClientConfig()).toEqual({ key: "k", cluster: "eu", wsHost: null, wsPort: 443, forceTLS: true });
    expect(realtimeOrigin()).toBe("wss://ws-eu.pusher.com:443");
  });
});
