import type { BrowserContext } from "playwright/test"

/** What a browser complains of: breaches of the security policy, errors thrown, errors logged. */
export class Complaints {
  readonly #heard: string[] = []
  readonly #expected: RegExp[] = []

  listenTo(context: BrowserContext): void {
    context.on("weberror", (error) => this.#heard.push(`${error.error()}`))
    context.on("console", (message) => {
      if (message.type() !== "error") return
      this.#heard.push(`${message.text()} (${message.location().url})`)
    })
  }

  /** For a test that goes where a browser has to complain. */
  expect(complaint: RegExp): void {
    this.#expected.push(complaint)
  }

  unexpected(): readonly string[] {
    const known = [...this.#expected, connectionClosed]
    return this.#heard.filter((heard) => !known.some((complaint) => complaint.test(heard)))
  }
}

/** React says so of a page that is left before all of it has come. */
const connectionClosed = /Minified React error #412;/
