export type Bearer =
  | { readonly kind: "none" }
  | { readonly kind: "malformed" }
  | { readonly kind: "secret"; readonly secret: string }

/**
 * What the `Authorization` header brings (RFC 6750 2.1, RFC 9110 11.4).
 *
 * Another scheme is as good as none: it may be meant for a proxy on the way.
 */
export function bearerOf(header: string | null): Bearer {
  const [, scheme = "", rest = ""] = /^[ \t]*([^ \t]*)(.*)$/s.exec(header ?? "") ?? []
  if (scheme.toLowerCase() !== "bearer") return { kind: "none" }
  const secret = /^ +([\w.~+/-]+=*)[ \t]*$/.exec(rest)?.[1]
  return secret === undefined ? { kind: "malformed" } : { kind: "secret", secret }
}
