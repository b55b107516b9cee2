/** Headers of every answer, files included. Those that differ from request to request: proxy.ts. */
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  },
]

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // The same wherever one release is built; without it Next draws one.
  generateBuildId: () => process.env.LOE_BUILD_ID ?? null,
  headers: async () => [
    { source: "/:path*", headers },
    // The address of a mailed link holds a secret. What a route says itself, the rule above would replace.
    { source: "/link/:path*", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
  ],
}
