import { config } from "@/lib/platform/config/config";

/** `__Host-` binds a cookie to this host over HTTPS; browsers reject the prefix on plain HTTP. */
export function cookieName(name: "session" | "csrf" | "callback" | "device"): string {
  return `${config.site.isHttps ? "__Host-" : ""}caresync.${name}`;
}
