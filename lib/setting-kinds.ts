/** Kinds of settings, each with the sentence for what is none. */
import { z } from "zod"

export const databaseUrl = (name: string) =>
  z.string(`Set ${name} to the address of a PostgreSQL database.`).regex(/^postgres(ql)?:\/\//, {
    error: `${name} must be an address like postgresql://role:password@host:5432/database.`,
  })

export const whole = (name: string, least: number, max: number) => {
  const error = `${name} must be a whole number from ${least} to ${max}.`
  return z.coerce.number<string>(error).int(error).min(least, error).max(max, error)
}

export const oneOf = <const Values extends readonly [string, ...string[]]>(
  name: string,
  values: Values,
) => z.enum(values, `${name} must be one of: ${values.join(", ")}.`)
