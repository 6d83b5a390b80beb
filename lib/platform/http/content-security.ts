import { config } from "@/lib/platform/config/config";
import { realtimeOrigin } from "@/lib/platform/realtime/client-config";

/** Where scripts, styles and fonts come from: this site, and the content delivery network that has copies of them. */
const assets = (): string => ["'self'", config.site.assetsOrigin].filter(Boolean).join(" ");

/**
 * Returns the content security policy of one page. Scripts run only with this request's nonce; what they load is
 * trusted with them (strict-dynamic). The toaster and Radix insert style elements at run time without a nonce, so
 * inline styles are allowed.
 */
export function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = !config.isProduction;
  const directives = [
    "default-src 'none'",
    `script-src ${assets()} 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src ${assets()} 'unsafe-inline'`,
    `connect-src 'self' ${realtimeOrigin()}`,
    `img-src ${assets()} data: blob:`,
    `font-src ${assets()}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  if (config.site.isHttps) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}
