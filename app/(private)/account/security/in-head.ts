/** An act that stays beside a title; what it has to say or to ask takes its own line below. */
export const inHead =
  "contents [&>[aria-live]]:order-last [&>[aria-live]]:basis-full [&>[aria-live]:empty]:absolute [&_[data-outcome]]:pb-0"
