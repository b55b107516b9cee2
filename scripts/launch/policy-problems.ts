/** Why the app should not run under this policy. Asked first: what comes after may take minutes. */
export async function policyProblems(): Promise<string[]> {
  try {
    await import("@/authentication")
    return []
  } catch (error) {
    return [(error as Error).message]
  }
}
