const MEGABYTE = 1024 * 1024

/**
 * A quarter of the memory there is, from 128 to 512 MB. Nothing where the operator has chosen.
 *
 * Without a bound the garbage of a busy hour grows to gigabytes and stays. Beside its heap the process
 * needs about 200 MB.
 */
export function heapFlag(constrained: number, total: number, nodeOptions = ""): string {
  if (/--max[-_]old[-_]space[-_]size/.test(nodeOptions)) return ""
  // Without a bound some systems say 0, others more than there is.
  const memory = constrained > 0 ? Math.min(constrained, total) : total
  const megabytes = Math.min(Math.max(Math.floor(memory / 4 / MEGABYTE), 128), 512)
  return `--max-old-space-size=${megabytes}`
}
