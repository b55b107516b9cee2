/** What a person should look at. */
export const checkUp = {
  title: "Security check-up",
  nothing: "Nothing needs your attention.",

  newDevice: "New device: {device}",
  newDeviceHint: "If this wasn't you, log it out below, then change your password.",
  itWasMe: "It was me",
  itWasMeName: "It was me: {device}",
  recognised: "Thanks. {device} is no longer marked as new.",
  failures: {
    own_device: "That device isn't new, or it's the one you're using. Nothing was changed.",
  },

  unusedSessions:
    "{count, plural, one {# device hasn't} other {# devices haven't}} been used for {time} or more",
  logOutUnused: "{count, plural, one {Log it out} other {Log out all #}}",
  logOutUnusedTitle:
    "{count, plural, one {Log out # unused device?} other {Log out # unused devices?}}",
  logOutUnusedBody:
    "Anyone using {count, plural, one {it} other {them}} will have to log in again.",
  loggedOut:
    "{count, plural, =0 {Those devices were already logged out.} one {# unused device was logged out.} other {# unused devices were logged out.}}",

  unusedApiToken: "API token never used: {name}",
  unusedApiTokenHint: "It was created more than {time} ago. Revoke it if you don't need it.",

  missing: {
    password: {
      title: "You don't have a password",
      hint: "Adding a password gives you a second way in.",
      link: "Set a password",
    },
    provider: {
      title: "Your password is your only way in",
      hint: "Connect another account to have a second way in.",
      link: "Connect a login",
    },
  },
} as const
