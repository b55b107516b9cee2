/** Of where an address seems to be. A database knows networks, not people: the place is approximate, and says so. */
export const place = {
  nearCity: "near {city} (approximate)",
  nearCityInCountry: "near {city}, {country} (approximate)",
  inCountry: "in {country} (approximate)",
  addressAndPlace: "{address}, {place}",
  credit: "{text}: {address}",
} as const
