import fc from "fast-check"

/** What a hostile client writes: any characters, what parsers trip over, and things that look almost right. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constantFrom(
    "",
    " ",
    "\0",
    "%00",
    "%",
    "\uD800",
    "__proto__",
    "constructor",
    "../../etc/passwd",
    "' OR 1=1 --",
    "null",
    "undefined",
    "[object Object]",
    "-1",
    "1e999",
    "NaN",
  ),
  fc
    .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 20 })
    .map((text) => text.repeat(200)),
  fc.uuid(),
  fc.emailAddress(),
  fc.webUrl({ withQueryParameters: true }),
  fc.json({ maxDepth: 3 }),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
)

/** Almost one of our secrets: the right length, alphabet, or prefix. */
export const nearSecret: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom("", "loe_", "LOE_", "loe-"), base64url(0, 60))
  .map(([prefix, rest]) => prefix + rest)

/** Almost one of our sealed cookies: five parts with dots between them. */
export const nearSealed: fc.Arbitrary<string> = fc
  .array(base64url(0, 80), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join("."))

export const address: fc.Arbitrary<string> = fc.oneof(
  fc.ipV4(),
  fc.ipV4Extended(),
  fc.ipV6(),
  fc.ipV4().map((ip) => `${ip}:50000`),
  fc.ipV6().map((ip) => `[${ip}]:50000`),
  fc.ipV4().map((ip) => `::ffff:${ip}`),
  fc.ipV6().map((ip) => `${ip}%eth0`),
  hostileText,
)

export const forwardedFor: fc.Arbitrary<string> = fc
  .array(address, { maxLength: 6 })
  .map((addresses) => addresses.join(", "))

export const userAgent: fc.Arbitrary<string> = fc.oneof(
  hostileText,
  fc
    .array(
      fc.constantFrom(
        "Mozilla/5.0",
        "(Windows NT 10.0; Win64; x64)",
        "(iPhone; CPU iPhone OS 17_0 like Mac OS X)",
        "AppleWebKit/537.36 (KHTML, like Gecko)",
        "Chrome/130.0.0.0",
        "Safari/537.36",
        "Firefox/132.0",
        "curl/8.5.0",
        "(((((",
        "/////",
        "\\\\",
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(" ")),
)

export const cookieLine: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(
          "__Host-loe-session",
          "__Host-loe-link",
          "__Host-loe-known",
          "__Host-authjs.csrf-token",
          "__Secure-authjs.callback-url",
          "theme",
        ),
        hostileText,
      ),
      fc.oneof(nearSecret, nearSealed, hostileText),
    ),
    { maxLength: 6 },
  )
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join("; "))

export const authorization: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("Bearer", "bearer", "BEARER", "Basic", "Digest", "", "Bearer,"),
    fc.constantFrom(" ", "  ", "\t", "", "="),
    fc.oneof(nearSecret, hostileText),
  )
  .map((parts) => parts.join(""))

export const query: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      "q",
      "status",
      "device",
      "sort",
      "order",
      "after",
      "before",
      "purpose",
      "person",
    ),
    fc.constantFrom(
      "returnTo",
      "error",
      "secret",
      "token",
      "email",
      "callbackUrl",
      "notice",
      "again",
    ),
    hostileText,
  ),
  fc.oneof(hostileText, nearSecret, nearCursor()),
  { maxKeys: 6 },
)

export const jsonBody: fc.Arbitrary<string> = fc.oneof(
  fc.json({ maxDepth: 4 }),
  hostileText,
  fc.constantFrom("{", "[", '{"__proto__":{"a":1}}', '{"a":1e400}', "[".repeat(5_000)),
)

/** Almost a place in one of our lists. */
export function nearCursor(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.oneof(fc.integer(), fc.double(), hostileText), fc.oneof(fc.uuid(), hostileText))
    .map((place) => Buffer.from(JSON.stringify(place)).toString("base64url"))
}

function base64url(minLength: number, maxLength: number): fc.Arbitrary<string> {
  const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"]
  return fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength })
}
