import type { Middleware } from "openapi-fetch"
import { type ApiClient, apiClient } from "@/e2e/support/api-client"
import { firefox } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"

const form = { "Content-Type": "application/x-www-form-urlencoded" }

interface Document {
  readonly paths: Record<string, Record<string, Described>>
}

interface Described {
  readonly operationId: string
  readonly responses: Record<string, { readonly content?: object }>
}

test("a program made from the document uses every operation, and gets what the document says", async ({
  user,
  admin,
  issueTo,
  address,
}) => {
  const document: Document = await (await fetch(`${address}/api/v1/openapi.json`)).json()
  const called = new Set<string>()
  const watching: Middleware = {
    onResponse({ request, schemaPath, response: { status, headers } }) {
      const described = document.paths[schemaPath]?.[request.method.toLowerCase()]
      const told = described?.responses[status]
      expect(told, `${request.method} ${schemaPath} ${status}`).toBeDefined()
      const types = Object.keys(told?.content ?? {})
      expect(types).toEqual(types.length ? [headers.get("content-type")] : [])
      expect(headers.get("cache-control")).toBe("no-store")
      called.add(described?.operationId ?? "")
    },
  }
  const secretOf = (person: typeof user) => issueTo(person, { ...firefox, purpose: "api" })
  const program = apiClient(address, await secretOf(user), watching)
  const root = apiClient(address, await secretOf(admin), watching)

  await usePersonsOperations(program, () => issueTo(user, firefox))
  const other = await secretOf(user)
  const found = await root.GET("/admin/tokens", {
    params: { query: { q: user.email, purpose: "api", status: "active" } },
  })
  expect(found.data?.tokens).toHaveLength(1)
  const id = found.data?.tokens[0]?.id ?? ""
  const asked = { body: { token: other }, headers: form }
  expect((await root.POST("/admin/introspect", asked)).data).toMatchObject({
    active: true,
    jti: id,
  })
  const ended = await root.DELETE("/admin/tokens/{id}", { params: { path: { id } } })
  expect(ended.response.status).toBe(204)
  expect((await root.POST("/admin/introspect", asked)).data).toEqual({ active: false })

  const last = await issueTo(user)
  const revoked = await root.POST("/admin/revoke", { body: { token: last }, headers: form })
  expect(revoked.response.status).toBe(200)
  await issueTo(user)
  const everywhere = await root.POST("/admin/users/{id}/log-out-everywhere", {
    params: { path: { id: user.id } },
    body: { reason: "Your laptop was found" },
  })
  expect(everywhere.data).toEqual({ ended: 1 })

  const all = Object.values(document.paths).flatMap((item) => Object.values(item))
  expect([...called].sort()).toEqual(all.map(({ operationId }) => operationId).sort())
})

/** The last of them ends the program's own token. */
async function usePersonsOperations(program: ApiClient, logIn: () => Promise<string>) {
  for (let session = 0; session < 3; session++) await logIn()
  const me = await program.GET("/me")
  expect(me.data?.token.purpose).toBe("api")
  const { data } = await program.GET("/sessions")
  expect(data?.sessions).toHaveLength(3)
  expect(data?.sessions[0]?.device.title).toBe("Firefox on Linux")

  const path = { id: data?.sessions[0]?.id ?? "" }
  await program.DELETE("/sessions/{id}", { params: { path } })
  expect((await program.DELETE("/sessions/{id}", { params: { path } })).error).toMatchObject({
    code: "not_found",
  })
  const others = await program.POST("/sessions/log-out-others")
  expect(others.data).toMatchObject({ ended: 2, byPurpose: { session: 2 } })
  const receipt = { path: { id: others.data?.receipt ?? "" } }
  expect((await program.GET("/receipts/{id}", { params: receipt })).data).toMatchObject({
    action: "log_out_others",
    ended: 2,
    live: 0,
  })
  expect((await program.GET("/me/devices")).data?.sessions).toHaveLength(3)
  const everywhere = await program.POST("/log-out-everywhere")
  expect(everywhere.data).toMatchObject({ ended: 1, byPurpose: { api: 1 } })
  expect((await program.GET("/me")).error).toMatchObject({ code: "invalid_token", status: 401 })
}
