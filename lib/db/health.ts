import { connection } from "./client"
import { poolQuery } from "./query"

export async function isDatabaseUp(): Promise<boolean> {
  try {
    await poolQuery(connection().pool)({ name: "health", text: "SELECT 1" }, [])
    return true
  } catch {
    // The answer to the question, not a fault of this request.
    return false
  }
}
