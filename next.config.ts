import type { NextConfig } from "next";

/**
 * Headers of every answer, pages and API alike. What depends on the request or on the site's address (the script
 * policy, Strict-Transport-Security) is set in middleware.ts, because this file is read during the build.
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

// Where browsers get scripts, styles and fonts from, if not from this site; built in.
const assetPrefix = process.env.ASSET_PREFIX || undefined;

const nextConfig: NextConfig = {
  ...(assetPrefix === undefined ? {} : { assetPrefix }),
  reactStrictMode: true,
  reactCompiler: true,
  typedRoutes: true,
  // The same as for the API's bodies.
  experimental: { serverActions: { bodySizeLimit: "256kb" } },
  poweredByHeader: false,
  // For all clients, not only for crawlers Next knows: title and description are in the head. Streamed after the page,
  // as Next does for browsers, the tab would briefly lose its name on every refresh.
  htmlLimitedBots: /.*/,
  // Types are checked by `npm test`; a build on a server need not repeat it.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    // Files of the build hold nothing of anyone; a copy of them at another origin is loaded from this site's pages.
    ...(assetPrefix === undefined
      ? []
      : [
          {
            source: "/_next/static/:path*",
            headers: [
              { key: "Cross-Origin-Resource-Policy", value: "cross-origin" },
              { key: "Access-Control-Allow-Origin", value: "*" },
            ],
          },
        ]),
    // The address contains the key to an ambulance call. Referrers go to this site only: with none at all, a form sent
    // without scripts has the origin "null", and is refused.
    {
      source: "/emergency/:token",
      headers: [
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "X-Robots-Tag", value: "noindex, nofollow" },
      ],
    },
    // What a link to a record opens, on the way to no one else, and kept by no one.
    {
      source: "/shared-record/:path*",
      headers: [
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "X-Robots-Tag", value: "noindex, nofollow, noarchive" },
        { key: "Cache-Control", value: "no-store" },
      ],
    },
    // It asks this site, and nobody else; a browser looks for a new one each time.
    {
      source: "/service-worker.js",
      headers: [
        { key: "Content-Security-Policy", value: "default-src 'none'; connect-src 'self'" },
        { key: "Cache-Control", value: "no-cache" },
      ],
    },
    // What isn't a page runs no scripts at all, whatever it is made to answer.
    {
      source: "/api/((?!docs).*)",
      headers: [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }],
    },
    // What people have uploaded, in the browser's own frame for an image, which needs styles. These headers win over the
    // route's own (lib/platform/http/file-answer.ts), and the last of them over the others.
    {
      source: "/api/(attachments|documents)/:id",
      headers: [
        {
          key: "Content-Security-Policy",
          value: "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
        },
      ],
    },
  ],
};

export default nextConfig;
