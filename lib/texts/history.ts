/** Words of what a person reads about their own account. */
export const history = {
  title: "History",
  hint: "Log-ins, changes, and what administrators did here. From the last 90 days.",
  nothing: "Nothing has happened here yet.",
  byAdministrator: "by an administrator",
  more: "See everything",
  older: "Show older",
  latest: "Back to the latest",
  back: "Back to Security",
}
