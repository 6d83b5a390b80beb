import { config } from "@/lib/platform/config/config";
import { realtimeOrigin } from "@/lib/platform/realtime/client-config";

/**
 * The content security policy of one page. Scripts run by this request's nonce alone; what they load themselves is
 * trusted with them (strict-dynamic). Style elements are inserted by the toaster and by Radix while the page runs and
 * cannot know a nonce, so styles are the one thing that may be inline.
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
