/** Why a request is not let in, as the log says it, and the status that tells the client. */
export const reasons = {
  malformed: 400,
  target: 400,
  query_fields: 400,
  origin: 400,
  body_of_read: 400,
  router_headers: 400,
  form: 400,
  form_fields: 400,
  foreign_origin: 403,
  connect: 405,
  slow: 408,
  crowded_out: 408,
  body: 413,
  url: 414,
  content_coding: 415,
  expectation: 417,
  pipelined: 429,
  busy: 429,
  headers: 431,
  transfer_coding: 501,
  full: 503,
} as const satisfies Readonly<Record<string, number>>

export type Reason = keyof typeof reasons

/** Each has a title and a sentence in the door's words. */
export type RefusalStatus = (typeof reasons)[Reason]
