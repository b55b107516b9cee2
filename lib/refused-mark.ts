/**
 * Begins the text with which the server refuses to call an action, before Next has seen it. Next makes
 * such a text the message of an error; anybody else's could come from a proxy, and be about anything.
 */
export const refusedMark = "refused: "
