/**
 * Who receives an event. `patient:` reaches every account with access to that patient at the time of delivery; `call:`
 * is one ambulance call, received by the holder of its tracking token.
 */
export type Audience =
  | `user:${string}`
  | `patient:${string}`
  | `doctor:${string}`
  | `hospital:${string}`
  | `call:${string}`
  | "admin"
  | `public-doctor:${string}`
  | `public-hospital:${string}`;
