import type { OpenStream } from "@/test/http/live-stream"

/** Opens them some at a time: all together would be a flood, and no crowd. */
export async function openStreams(
  count: number,
  open: (index: number) => Promise<OpenStream>,
): Promise<readonly OpenStream[]> {
  const streams: OpenStream[] = []
  for (let from = 0; from < count; from += 50) {
    const some = Array.from({ length: Math.min(50, count - from) }, (_, each) => open(from + each))
    streams.push(...(await Promise.all(some)))
  }
  return streams
}
