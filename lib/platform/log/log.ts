import { pino, type DestinationStream, type Logger, type LoggerOptions } from "pino";
import pretty from "pino-pretty";
import { config } from "@/lib/platform/config/config";
import { currentRequest } from "./request-context";
import { type LogFields, safeFields } from "./fields";
import { scrubText } from "./scrub";

/** How every logger is configured: allowed fields only, scrubbed texts, the request's identity on each line. */
function loggerOptions(level: string): LoggerOptions {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: {
      level: (label) => ({ level: label }),
      log: safeFields,
    },
    // The formatter above has already made a record of it.
    serializers: { err: (err: unknown) => err },
    // A copy, because pino writes the line's fields into what the mixin returns.
    mixin: () => ({ ...currentRequest() }),
    hooks: {
      logMethod(args, method) {
        method.apply(this, safeArguments(args) as typeof args);
      },
    },
  };
}

/** Scrubs texts, and gives a lone error our own message, because pino would use the error's, values included. */
function safeArguments(args: unknown[]): unknown[] {
  const [first, ...rest] = args.map((arg) => (typeof arg === "string" ? scrubText(arg) : arg));
  const fields = first instanceof Error ? { err: first } : first;
  const isBareError = typeof fields === "object" && fields !== null && "err" in fields && rest.length === 0;
  return isBareError ? [fields, "error"] : [fields, ...rest];
}

type Write = (...args: [message: string] | [fields: LogFields, message?: string] | [error: Error]) => void;

/** The log's interface; less than pino offers, so that nothing bypasses the formatters. */
export type Log = Record<"trace" | "debug" | "info" | "warn" | "error" | "fatal", Write> & {
  level: string;
  /** Creates a logger whose lines all carry these (allowed) fields. */
  child(bindings: Record<string, unknown>): Log;
};

/** Creates a logger that writes to `destination`; for tests and tools. */
export function createLog(destination: DestinationStream, level = "info"): Log {
  const logger = pino(loggerOptions(level), destination);
  const { child } = logger as Pick<Logger, "child">;
  // pino ignores the bindings formatter for children, so their bindings are made safe here.
  function safeChild(this: Logger, bindings: Record<string, unknown>): Log {
    return child.call(this, safeFields(bindings)) as unknown as Log;
  }
  return Object.assign(logger, { child: safeChild }) as unknown as Log;
}

function createProcessLog(): Log {
  const { level, pretty: human } = config.log;
  if (human && process.stdout.isTTY)
    return createLog(pretty({ colorize: true, sync: true, ignore: "pid,hostname" }), level);
  // Synchronous, because a buffered line is lost when the process crashes.
  return createLog(pino.destination({ fd: 1, sync: true }), level);
}

const KEY = Symbol.for("caresync.log");
const holder = globalThis as typeof globalThis & { [KEY]?: Log };

/**
 * The process's logger: one line of JSON per record in production, readable text in development. Created on first use,
 * because configuration may not be read at import.
 */
export const log: Log = new Proxy({} as Log, {
  get: (_target, key) => {
    const logger = (holder[KEY] ??= createProcessLog());
    const value: unknown = Reflect.get(logger, key);
    return typeof value === "function" ? (value as (...args: unknown[]) => unknown).bind(logger) : value;
  },
});
