/** With what the digest of an error begins where it was an outage; the request's id follows. */
export const outageMark = "outage-"
