import { format } from "node:util";
import { afterAll, afterEach } from "vitest";

/**
 * `console.error` fails the test during which it was called: React's warnings and forgotten error paths are errors. A
 * test that expects one replaces it with `vi.spyOn(console, "error").mockImplementation(…)` and asserts on that.
 */
const seen: string[] = [];

console.error = (...args: unknown[]) => {
  seen.push(format(...args));
};

function failWhenSeen(): void {
  const messages = seen.splice(0);
  if (messages.length > 0) throw new Error(`console.error was called:\n${messages.join("\n")}`);
}

afterEach(failWhenSeen);
afterAll(failWhenSeen);
