import createClient, { type Client, type Middleware } from "openapi-fetch"
import { newAddress } from "@/test/http/http-client"
import type { paths } from "./generated/api"

export type ApiClient = Client<paths>

/** A program with an API token. Its types are those of the API's own document. */
export function apiClient(address: string, secret: string, ...watching: Middleware[]): ApiClient {
  const headers = { Authorization: `Bearer ${secret}`, "X-Forwarded-For": newAddress() }
  const client = createClient<paths>({ baseUrl: `${address}/api/v1`, headers })
  client.use(...watching)
  return client
}

/** The status that a token is answered with where every live one is welcome. */
export async function statusOf(client: ApiClient): Promise<number> {
  const { response } = await client.GET("/me")
  return response.status
}
