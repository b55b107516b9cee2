/** What lists show and filter by of a device, read from its user agent once, when a token is issued. */
export interface DescribedDevice {
  /** "phone", "desktop", or a word of the app's. */
  readonly kind: string
  readonly browser: string | null
  readonly system: string | null
}
