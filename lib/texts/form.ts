export const form = {
  cancel: "Cancel",
  copy: "Copy",
  copied: "Copied",
  notCopied: "The browser did not allow it. Select the text and copy it.",
  email: "Write an email address, like you@example.com.",
  emailLocalPart:
    "We can't send email to that address: the part before the @ may only have plain letters, digits and signs.",
  required: "Fill in this field.",
  invalid: "Something in this form is not right yet.",
}
