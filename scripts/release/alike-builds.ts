import { createHash } from "node:crypto"

/** What makes two builds of the same sources alike, on one machine or on two. */
export interface Release {
  /** Next names the actions of a build by it, and seals with it what an action closes over. */
  readonly actionKey: string
  readonly buildId: string
}

/**
 * The release that these sources are.
 *
 * Next draws both at random. A form that one host has rendered then names an action that the other does
 * not have. Nothing is kept by the key: no action of ours closes over anything (a test says so), and people
 * who have the sources may know it.
 */
export function releaseOf(sourcesHash: string): Release {
  return {
    actionKey: createHash("sha256").update(`actions of ${sourcesHash}`).digest("base64"),
    // In figures alone: among letters a blocker of advertisements finds its own words.
    buildId: BigInt(`0x${sourcesHash.slice(0, 20)}`).toString(),
  }
}
