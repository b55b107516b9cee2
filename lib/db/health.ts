import { connection } from "./client"

export async function isDatabaseUp(): Promise<boolean> {
  try {
    await connection().pool.query("SELECT 1")
    return true
  } catch {
    // The answer to the question, not a fault of this request.
    return false
  }
}
