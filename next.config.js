/** Headers of every answer, files included. Those that differ from request to request: proxy.ts. */
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // What a user agent no longer tells: see lib/names/client-hints.ts.
  { key: "Accept-CH", value: "Sec-CH-UA-Platform-Version, Sec-CH-UA-Model" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  },
]

/** Where a program asks and no page is: proxy.ts leaves them alone. Each route says itself that it is not to be stored. */
const programPaths = ["/api/v1/:path*", "/api/session", "/api/live", "/api/health/:path*"]
const programHeaders = [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
]

/** @type {import("next").NextConfig} */
export default {
  // Traces what serving needs into a folder, which scripts/release completes.
  output: "standalone",
  // No picture of ours has to be resized: nobody shall ask for it, and the image library stays out.
  images: { unoptimized: true },
  outputFileTracingExcludes: {
    "*": [
      "node_modules/sharp/**",
      "node_modules/@img/**",
      // Packages that ship their tests.
      "node_modules/*/test/**",
      "node_modules/*/types/**",
    ],
  },
  // Without the tests: a build for production has none of their libraries.
  typescript: { tsconfigPath: "tsconfig.build.json" },
  // The words come compiled: no parser of ICU messages in a browser (lib/texts/words.ts).
  turbopack: {
    resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" },
  },
  poweredByHeader: false,
  // lib/server does, after it has looked at what Next answers.
  compress: false,
  reactStrictMode: true,
  // The cache takes a third of a build to write, and a fresh clone never reads it.
  experimental: { turbopackFileSystemCacheForBuild: false },
  // The same wherever one release is built; without it Next draws one.
  generateBuildId: () => process.env.LOE_BUILD_ID ?? null,
  redirects: async () => [
    // Where password managers look for the form (https://w3c.github.io/webappsec-change-password-url).
    {
      source: "/.well-known/change-password",
      destination: "/account/security/password",
      permanent: false,
    },
  ],
  headers: async () => [
    { source: "/:path*", headers },
    ...programPaths.map((source) => ({ source, headers: programHeaders })),
    // The log-in page and the API's documentation are for everyone; the rest is somebody's, or holds a link's secret.
    {
      source: "/:path((?!login$|api-docs$).*)",
      headers: [{ key: "X-Robots-Tag", value: "noindex" }],
    },
    // The address of a mailed link holds a secret. What a route says itself, the rule above would replace.
    { source: "/link/:path*", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
  ],
}
