/**
 * The field by which a form says for whom its page was rendered.
 *
 * It holds the plain id of that person: it opens nothing, since all that a wrong one brings about is a refusal.
 */
export const renderedForField = "renderedFor"

/** The header by which a page's script says the same, where it acts by cookie. */
export const renderedForHeader = "Rendered-For"

/** What a page holds in place of an id where no one was logged in. */
export const noOne = "no one"
