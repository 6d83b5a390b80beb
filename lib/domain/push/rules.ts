/** Browsers of one account that show its notifications; one more replaces the one not seen for longest. */
export const MAX_SUBSCRIPTIONS = 10;
/** A subscription that refuses this many in a row is given up. */
export const MAX_FAILURES = 5;

/** How often an account may try its notifications out. */
export const TEST_LIMIT = { name: "push-test", limit: 20, windowSeconds: 3600 };

const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, "Edge"],
  [/\bOPR\/|\bOPT\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrome\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b|\biPod\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows NT\b/, "Windows"],
  [/\bMacintosh\b/, "Mac"],
  [/\bLinux\b|\bX11\b/, "Linux"],
];

/** Returns roughly which browser it is, such as "Chrome on Android"; what it says of itself beyond that is not kept. */
export function deviceNameOf(userAgent: string): string {
  const find = (names: typeof BROWSERS) => names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const [browser, system] = [find(BROWSERS), find(SYSTEMS)];
  return `${browser ?? "A browser"}${system ? ` on ${system}` : ""}`;
}
