/** Every way in which a request of the API can fail. */
export const apiProblems = {
  invalid_request: {
    title: "Invalid request",
    detail: "Check the request against the API docs; send each field once.",
  },
  unauthenticated: {
    title: "Not logged in",
    detail: "Send an API token in the Authorization: Bearer header.",
  },
  invalid_token: {
    title: "Invalid token",
    detail:
      "It has expired or was revoked, or was never an API token. Create another on the security page.",
  },
  foreign_origin: {
    title: "Request from another site",
    detail:
      "With a session cookie, changes must come from this app's own pages. Programs use API tokens.",
  },
  proof_required: {
    title: "Re-authentication required",
    detail: "Confirm it's you on the security page, then try again.",
  },
  stale_page: {
    title: "The page was rendered for someone else",
    detail: "With a session cookie, send the logged-in person's ID in the Rendered-For header.",
  },
  not_found: {
    title: "Not found",
    detail: "It doesn't exist, it has ended, or you don't have access to it.",
  },
  too_large: {
    title: "Body too large",
    detail: "No request needs more than 16 kB.",
  },
  too_wide: {
    title: "Search too broad",
    detail: "The search took too long. Narrow it: add a person, a status or an IP range.",
  },
  unsupported_media_type: {
    title: "Unsupported media type",
    detail: "Use the media type given in the API docs.",
  },
  throttled: {
    title: "Too many invalid tokens",
    detail: "Too many invalid tokens from this IP address. Wait, then try again.",
  },
  failed: {
    title: "Internal error",
    detail: "Something on our side failed. The request may not have been carried out.",
  },
  unavailable: {
    title: "Tokens can't be checked right now",
    detail: "None of your sessions or tokens have ended. Try again in a moment.",
  },
} as const
