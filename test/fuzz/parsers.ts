import assert from "node:assert/strict"
import { isIP } from "node:net"
import fc from "fast-check"
import { hashSecret, looksLikeApiSecret } from "log-out-everywhere"
import { parseSearch as parseAuditSearch } from "@/app/(private)/admin/audit/search"
import { parseSearch, sessionsHref } from "@/app/(private)/admin/sessions/search"
import { parseSearch as parseUserSearch } from "@/app/(private)/admin/users/search"
import { bearerOf } from "@/lib/api/bearer"
import { readBody } from "@/lib/api/body"
import { unseal } from "@/lib/auth/cookies/sealed-cookie"
import { describeDevice } from "@/lib/auth/device"
import { safeReturnTo } from "@/lib/auth/request"
import { describe } from "@/lib/db/add-on"
import { binder, keyset } from "@/lib/db/lists/keyset"
import { containing } from "@/lib/db/lists/search-text"
import { networksOf } from "@/lib/names/network-address"
import { isActionCall } from "@/lib/server/action-call"
import { clientAddress } from "@/lib/server/request/client-address"
import { areRouterHeaders } from "@/lib/server/request/router-headers"
import { type Law, law } from "./law"
import { longText, manyFields } from "./long"
import {
  address,
  authorization,
  forwardedFor,
  hostileText,
  jsonBody,
  nearCursor,
  nearSealed,
  nearSecret,
  query,
  userAgent,
} from "./texts"

/** What must hold of each parser at the edge, whatever it is given. None throws, ever. */
export const parserLaws: Readonly<Record<string, Law>> = {
  "a return address stays on this site": law(
    fc.oneof(hostileText, fc.webPath(), longText(8_000)),
    (text) => {
      const path = safeReturnTo(text)
      const base = "https://app.example"
      assert.equal(new URL(path, base).origin, base)
      assert.match(path, /^\/(?!\/|\\)/)
    },
  ),
  "the state of the router is one, or is refused": law(
    fc.tuple(longText(8_000), fc.oneof(jsonBody, longText(8_000))),
    ([from, tree]) => {
      const headers = { "next-url": from, "next-router-state-tree": tree }
      assert.equal(typeof areRouterHeaders(headers), "boolean")
    },
  ),
  "a client's address is an address, or none": law(
    fc.tuple(address, fc.oneof(forwardedFor, longText(8_000)), fc.nat(4)),
    ([socket, claims, hops]) => {
      const found = clientAddress(socket, claims, hops)
      assert.ok(found === undefined || isIP(found) !== 0)
      if (found) assert.ok(networksOf(found).network.length <= 45)
    },
  ),
  "a call of an action is one, or is refused": law(
    fc.tuple(fc.constantFrom(undefined, "00", "60", "e0"), manyFields),
    ([id, entries]) => {
      const fields = new FormData()
      for (const [name, value] of entries) fields.append(name, value)
      assert.equal(typeof isActionCall({ id, fields }), "boolean")
    },
  ),
  "a user agent has a title and a kind": law(fc.oneof(userAgent, longText(1_000)), (text) => {
    const { title, kind } = describeDevice(text)
    assert.ok(title.trim().length > 0 && title.length <= 100)
    assert.equal(kind, describe(text).kind)
  }),
  "a secret has a hash of 32 bytes": law(fc.oneof(hostileText, nearSecret), (text) => {
    assert.equal(hashSecret(text).length, 32)
    assert.equal(typeof looksLikeApiSecret(text), "boolean")
  }),
  "a list can be asked for in any words": law(query, (params) => {
    const href = sessionsHref(parseSearch(params))
    assert.equal(sessionsHref(parseSearch(paramsOf(href))), href)
    parseUserSearch(params)
    parseAuditSearch(params)
  }),
  "a place in a list is a place, or none": law(
    fc.oneof(nearCursor(), hostileText, longText(8_000)),
    (text) => {
      for (const type of ["timestamptz", "text"] as const) {
        const { values, bind } = binder()
        const order = { key: "k", type, id: "i", isDescending: true }
        const { condition } = keyset(order, { after: text }, bind)
        assert.ok(condition === "true" ? values.length === 0 : values.length === 2)
        for (const value of values) assert.ok(!String(value).includes("\0"))
      }
    },
  ),
  "a searched text adds no wildcard": law(fc.oneof(hostileText, longText(8_000)), (text) => {
    const inside = containing(text).slice(1, -1)
    assert.ok(!inside.includes("\0"))
    assert.ok(!/[%_]/.test(inside.replace(/\\[\\%_]/g, "")))
  }),
  "a cookie that we did not seal is no cookie": law(
    fc.oneof(nearSealed, hostileText, longText(8_000)),
    async (text) => assert.equal(await unseal("__Host-loe-link", text), null),
  ),
  "a bearer is one word, or the header brings none": law(
    fc.oneof(authorization, longText(8_000)),
    (header) => {
      const bearer = bearerOf(header)
      if (bearer.kind === "secret") {
        assert.match(bearer.secret, /^[\w.~+/-]+=*$/)
        assert.match(header, /^\s*bearer /i)
        assert.ok(header.includes(bearer.secret))
      } else {
        assert.ok(["none", "malformed"].includes(bearer.kind))
      }
    },
  ),
  "a body has fields, or a failure with a name": law(
    fc.tuple(
      fc.constantFrom("application/json", "application/x-www-form-urlencoded"),
      fc.oneof(
        jsonBody,
        fc.uint8Array({ maxLength: 200 }),
        fc.nat(20_000).map((length) => "a".repeat(length)),
      ),
    ),
    async ([type, body]) => {
      const headers = { "Content-Type": `${type}; charset=utf-8` }
      const request = new Request("https://app.example", { method: "POST", headers, body })
      const read = await readBody(request, type)
      if (read.ok) return assert.notEqual(read.value, undefined)
      const size = Buffer.byteLength(body)
      assert.equal(read.failure, size > 16_384 ? "too_large" : "invalid_request")
    },
  ),
}

const paramsOf = (href: string) =>
  Object.fromEntries(new URL(href, "http://localhost").searchParams)
