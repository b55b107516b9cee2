/** What a value must look like before anyone asks what it means: for callers whom no compiler checks. */
import { listed, nearest } from "./words.ts"

/** What is wrong with the value at this path, one sentence each. */
export type Shape = (value: unknown, path: string) => string[]

const ofType =
  (type: "boolean" | "number" | "string" | "function", called: string): Shape =>
  (value, path) =>
    typeof value === type ? [] : [`${path}: write ${called}.`]

export const flag = ofType("boolean", "`true` or `false`")
export const amount = ofType("number", "a number")
export const text = ofType("string", "a text")
export const work = ofType("function", "a function")

/** Judged elsewhere. */
export const whatever: Shape = () => []

export const oneOf =
  (known: readonly string[], noun: string): Shape =>
  (value, path) => {
    if (typeof value !== "string") return [`${path}: write ${listed(known)}.`]
    return known.includes(value)
      ? []
      : [`${path}: "${value}" is no ${noun}; ${write(value, known)}`]
  }

export const optional =
  (shape: Shape): Shape =>
  (value, path) =>
    value === undefined ? [] : shape(value, path)

export const listOf =
  (shape: Shape): Shape =>
  (value, path) =>
    Array.isArray(value)
      ? Array.from(value, (each, index) => shape(each, `${path}[${index}]`)).flat()
      : [`${path}: write a list.`]

/** Under any names. */
export const under =
  (shape: Shape): Shape =>
  (value, path) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([name, each]) => shape(each, below(path, name)))
      : [`${path}: write an object.`]

/** Under these names and no others: a misspelt one would never be read. */
export const named =
  (shapes: Readonly<Record<string, Shape>>, noun = "option"): Shape =>
  (value, path) => {
    const known = Object.keys(shapes)
    if (!isRecord(value)) {
      return [`${path === "" ? "The options" : path}: write an object with ${listed(known)}.`]
    }
    const unknown = Object.keys(value).filter((name) => !known.includes(name))
    return [
      ...unknown.map((name) => `${below(path, name)}: is no ${noun}; ${write(name, known)}`),
      ...Object.entries(shapes).flatMap(([name, shape]) =>
        shape(Object.hasOwn(value, name) ? value[name] : undefined, below(path, name)),
      ),
    ]
  }

function write(given: string, known: readonly string[]): string {
  const near = nearest(given, known)
  return near ? `write "${near}".` : `write ${listed(known)}.`
}

const below = (path: string, name: string) => (path === "" ? name : `${path}.${name}`)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
