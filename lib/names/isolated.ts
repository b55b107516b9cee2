/** The blocks that Unicode sets aside for scripts that are read from right to left. */
const rightToLeft =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/**
 * A text that somebody wrote, for a sentence of ours: where it is read from right to left, in an isolate
 * (UAX 9), so that the words and numbers around it stay in their places.
 *
 * It works where no element can, in a title, a dialog's question or a plain mail.
 */
export const isolated = (text: string): string =>
  rightToLeft.test(text) ? `\u2068${text}\u2069` : text
