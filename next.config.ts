import type { NextConfig } from "next";

/**
 * On every answer, pages and API alike. What depends on the request or on the site's address (the policy for scripts,
 * Strict-Transport-Security) is set in middleware.ts: this file is read when the application is built.
 */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-DNS-Prefetch-Control", value: "off" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), payment=(), usb=(), browsing-topics=(), geolocation=(self)",
  },
];

const nextConfig: NextConfig = {
  reactStrictMode: true,
  reactCompiler: true,
  typedRoutes: true,
  // As the API's bodies, unless a route says otherwise: what is sent has to be read before it can be refused.
  experimental: { serverActions: { bodySizeLimit: "256kb" } },
  poweredByHeader: false,
  // For everybody, not only for the crawlers Next knows: title and description come with the head. Sent after the page,
  // as Next does for browsers, they leave the tab without its name for a moment each time an open page reads itself anew.
  htmlLimitedBots: /.*/,
  // Types are a step of `npm test`; a build on somebody's server need not check them a second time.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    // The address holds the key to a call for an ambulance. To this site alone: with no referrer at all a form sent without script
    // has the origin "null", and is refused.
    {
      source: "/emergency/:token",
      headers: [
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "X-Robots-Tag", value: "noindex, nofollow" },
      ],
    },
    // What is no page runs no scripts at all, whatever somebody manages to have it answer.
    {
      source: "/api/((?!docs).*)",
      headers: [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }],
    },
  ],
};

export default nextConfig;
