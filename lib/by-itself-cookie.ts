/** What a page sets for two seconds before it renders itself again. Anyone may: it only lets a session go idle sooner. */
export const byItselfCookie = "loe-by-itself"
