import { config } from "@/lib/platform/config/config";

/** Returns the headers of every answer over HTTPS, pages and API alike: browsers never use HTTP for this site again. */
export function transportSecurity(): Record<string, string> {
  return config.site.isHttps ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {};
}
