import { createInterface } from "node:readline/promises"

/** What a command says and asks. */
export interface Terminal {
  say(text: string): void
  /** Whether the answer is yes. */
  ask(question: string): Promise<boolean>
}

/** Talks to the person who runs the command. If nobody can be asked, the answer is no. */
export const terminal: Terminal = {
  say: (text) => void process.stdout.write(`${text}\n`),
  async ask(question) {
    if (!process.stdin.isTTY) return false
    const lines = createInterface({ input: process.stdin, output: process.stdout })
    const answer = await lines.question(`${question} [y/N] `)
    lines.close()
    return /^y(es)?$/i.test(answer.trim())
  },
}
