import { form } from "./form"

/** Words of the page on which administrators make accounts. */
export const invitation = {
  title: "Invite a person",
  description: "Makes an account and mails a link, by which its owner chooses a password.",
  name: "Name (optional)",
  nameTooLong: "That is too long: 200 characters are the most.",
  email: "Email",
  role: "Role",
  submit: "Invite",
  back: "Back to the users",
  failures: {
    invalid_email: form.email,
    email_taken: "Somebody has an account with that email already.",
  },
}
