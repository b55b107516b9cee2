/** An act in a row with others; what it has to say or to ask takes a line below all of them. */
export const inHead =
  "contents [&>[aria-live]]:order-last [&>[aria-live]]:basis-full [&>[aria-live]:empty]:absolute [&_[data-outcome]]:pb-0"
