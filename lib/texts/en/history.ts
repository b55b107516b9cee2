/** Words of what a person reads about their own account. */
export const history = {
  title: "History",
  hint: "Logins, changes, and administrator actions in the last {shown}.",
  nothing: "Nothing has happened here yet.",
  byAdministrator: "by an administrator",
  more: "View all",
  older: "Show older",
  latest: "Back to newest",
  back: "Back to Security",
} as const
