/**
 * Who receives an event. `patient:` reaches every account that books for that patient at the time of delivery, `record:`
 * every one that reads their record, and open pages of both hear `patient:`; `call:` is one ambulance call, received by the holder of its tracking token.
 */
export type Audience =
  | `user:${string}`
  | `patient:${string}`
  | `record:${string}`
  | `doctor:${string}`
  | `hospital:${string}`
  | `call:${string}`
  | "admin"
  | `public-doctor:${string}`
  | `public-hospital:${string}`;
