/** What a stream is written to: Node's `ServerResponse` is one. */
export interface Sink {
  write(text: string): unknown
  end(): unknown
}

export const event = (name: string, data: string) =>
  `event: ${name}\ndata: ${data.replace(/[\r\n]/g, " ")}\n\n`

/** After how long a browser begins the stream again once it is cut: in milliseconds, between the two. */
export const retryIn = (least: number, most: number) =>
  `retry: ${Math.round(least + Math.random() * (most - least))}\n\n`

export const heartbeat = ": \n\n"
