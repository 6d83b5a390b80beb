import { config } from "@/lib/platform/config/config";
import { realtimeOrigin } from "@/lib/platform/realtime/client-config";

/**
 * Returns the content security policy of one page. Scripts run only with this request's nonce; what they load is
 * trusted with them (strict-dynamic). The toaster and Radix insert style elements at run time without a nonce, so
 * inline styles are allowed.
 */
export function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = !config.isProduction;
  const directives = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    `connect-src 'self' ${realtimeOrigin()}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
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
