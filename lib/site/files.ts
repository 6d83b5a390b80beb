/** Files beside the pages (public/), by their addresses. */
export const files = {
  serviceWorker: "/service-worker.js",
  icon: (size: 192 | 512) => `/icons/icon-${size}.png`,
  /** To the edges, for any mask. */
  maskableIcon: (size: 192 | 512) => `/icons/maskable-${size}.png`,
} as const;
