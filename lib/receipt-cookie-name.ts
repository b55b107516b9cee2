/** Beside the cookie itself, since the proxy takes it away and knows no more of it. */
export const receiptCookieName = "__Host-loe-receipt"
