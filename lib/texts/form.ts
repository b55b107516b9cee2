export const form = {
  cancel: "Cancel",
  email: "Write an email address, like you@example.com.",
  required: "Fill in this field.",
  invalid: "Something in this form is not right yet.",
}
