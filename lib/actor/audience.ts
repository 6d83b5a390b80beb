/**
 * Who receives an event. `patient:` reaches every account that books for that patient at the time of delivery, `record:`
 * every one that reads their record, and open pages of both hear `patient:`; `keeper:` those with the whole right (`ALL`), by
 * notifications alone; `call:` is one ambulance call, received by the holder of its tracking token;
 * `link:` is one link to parts of a record, received by the browsers that have opened it; `display:` is one screen on a wall;
 * `everyone` is every open page of a portal.
 */
export type Audience =
  | `user:${string}`
  | `patient:${string}`
  | `record:${string}`
  | `keeper:${string}`
  | `doctor:${string}`
  | `hospital:${string}`
  | `call:${string}`
  | `link:${string}`
  | `display:${string}`
  | "admin"
  | "everyone"
  | `public-doctor:${string}`
  | `public-hospital:${string}`;
