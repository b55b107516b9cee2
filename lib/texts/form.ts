export const form = {
  cancel: "Cancel",
  copy: "Copy",
  copied: "Copied",
  notCopied: "Your browser blocked copying. Select the text and copy it.",
  email: "Enter an email address, like you@example.com.",
  emailLocalPart:
    "We can't send email to that address: the part before the @ may only have plain letters, numbers and symbols.",
  required: "Fill in this field.",
  invalid: "Please fix the highlighted fields.",
  severalInvalid: (fields: number) => `Please fix ${fields} fields:`,
  faultOf: (field: string, message: string) => `${field}: ${message}`,
}
