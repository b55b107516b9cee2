/** Whether the text is the id of a row: PostgreSQL takes no other text for one, and says so with an error. */
export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
