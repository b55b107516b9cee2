import { InvalidArgumentError } from "commander"

/** For an option of commander's: a whole number from `least` up. All else ends the command with exit code 1. */
export function wholeFrom(least: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (/^\d+$/.test(text) && Number.isSafeInteger(number) && number >= least) return number
    throw new InvalidArgumentError(`It must be a whole number from ${least} up.`)
  }
}
