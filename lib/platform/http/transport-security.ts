import { config } from "@/lib/platform/config/config";

/** What every answer over https carries, pages and API alike: this site is never asked for over http again. */
export function transportSecurity(): Record<string, string> {
  return config.site.isHttps ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {};
}
