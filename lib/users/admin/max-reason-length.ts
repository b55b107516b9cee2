/** A mail is no letter: what an administrator may write into one. */
export const maxReasonLength = 200
