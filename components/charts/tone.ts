/** What tells one series from another, in a picture and beside its name; app/charts.css has the colours. */
export type Tone = "main" | "care" | "danger" | "good" | "quiet"
