import { config } from "@/lib/platform/config/config";

/** `__Host-` pins a cookie to this very host over https; a browser refuses the prefix on plain http. */
export function cookieName(name: "session" | "csrf" | "callback" | "device"): string {
  return `${config.site.isHttps ? "__Host-" : ""}caresync.${name}`;
}
