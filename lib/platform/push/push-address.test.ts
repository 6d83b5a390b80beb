import { describe, expect, it } from "vitest";
import { isPublicAddress, pushAddress } from "./push-address";

const OWN = ["push.example.org", "*.up.example.org", "http://127.0.0.1:8030"];

describe("the address of a subscription", () => {
  it.each([
    "https://fcm.googleapis.com/fcm/send/abc:def",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
    "https://wns2-par02p.notify.windows.com/w/?token=BQY",
    "https://web.push.apple.com/QGuQ",
    "https://fcm.googleapis.com:443/fcm/send/abc",
    "https://push.example.org/1",
    "https://a.up.example.org/1",
    "http://127.0.0.1:8030/1",
  ])("is accepted: %s", (endpoint) => expect(pushAddress(endpoint, OWN)).not.toBeNull());

  it.each([
    ["http", "http://fcm.googleapis.com/fcm/send/abc"],
    ["another port", "https://fcm.googleapis.com:8443/fcm/send/abc"],
    ["a host of its own", "https://evil.example/fcm.googleapis.com"],
    ["a host that begins like one", "https://fcm.googleapis.com.evil.example/"],
    ["a host that ends like one", "https://evilfcm.googleapis.com/"],
    ["one without the dot", "https://evilnotify.windows.com/"],
    ["the domain itself", "https://notify.windows.com/"],
    ["a trailing dot", "https://fcm.googleapis.com./"],
    ["a user", "https://fcm.googleapis.com@127.0.0.1/"],
    ["a name and password", "https://a:b@fcm.googleapis.com/"],
    ["a fragment", "https://fcm.googleapis.com/a#b"],
    ["a backslash", "https://fcm.googleapis.com\\@127.0.0.1/"],
    ["loopback", "https://127.0.0.1/"],
    ["loopback by name", "https://localhost/"],
    ["loopback, written otherwise", "https://2130706433/"],
    ["loopback of IPv6", "https://[::1]/"],
    ["metadata of a cloud", "https://169.254.169.254/latest/meta-data/"],
    ["another port of a named origin", "http://127.0.0.1:8031/1"],
    ["another scheme of a named origin", "https://127.0.0.1:8030/1"],
    ["a file", "file:///etc/passwd"],
    ["no address", "fcm.googleapis.com/fcm/send/abc"],
    ["too long", `https://fcm.googleapis.com/${"a".repeat(1_000)}`],
  ])("is refused when it is or has %s", (_what, endpoint) => expect(pushAddress(endpoint, OWN)).toBeNull());
});

describe("an address that a name leads to", () => {
  it.each(["142.250.74.106", "17.57.144.1", "2a00:1450:4001:82b::200a"])("is public: %s", (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "172.31.255.255",
    "192.168.0.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:db8::1",
    "fc00::1",
    "fe80::1",
    "ff02::1",
    "nonsense",
  ])("is not public: %s", (address) => expect(isPublicAddress(address)).toBe(false));
});
