/** Loads this page again as a whole. By its address, so that a form that led to it is not sent once more. */
export function loadAnew(): void {
  const { pathname, search } = window.location
  window.location.replace(pathname + search)
}
