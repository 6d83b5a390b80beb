import { config } from "@/lib/platform/config/config";
import { answerCode, SENT, UNCONFIGURED, type Outcome } from "@/lib/platform/delivery/outcome";

/** What a text message says. */
export type TextContent = { text: string };

const TIMEOUT_MS = 15_000;
/** The gateway knows none of our sign-ins, or is busy: neither says anything about the message. */
const PASSING = new Set([401, 403, 404, 407, 408, 425, 429]);

/** Tells whether text messages are written; without a gateway or the sandbox there are none. */
export function isTextWritten(): boolean {
  return config.textMessages.gateway !== undefined;
}

/** Tells whether text messages stay in the outbox, where an administrator reads them, to try them out. */
export function isTextSandboxed(): boolean {
  return config.textMessages.gateway === "sandbox";
}

/**
 * Hands a text message to the configured HTTP gateway. `messageId` is the same for each attempt, so that a gateway that
 * looks at it sends none twice. Never throws.
 */
export async function sendText(message: TextContent & { to: string; messageId: string }): Promise<Outcome> {
  const { gateway } = config.textMessages;
  if (gateway === undefined || gateway === "sandbox") return UNCONFIGURED;
  const isJson = gateway.body.trimStart().startsWith("{");
  const values: Record<string, string> = { to: message.to, text: message.text, id: message.messageId };
  const encode = isJson ? (value: string) => JSON.stringify(value).slice(1, -1) : encodeURIComponent;
  const body = gateway.body.replace(/\{(to|text|id)\}/g, (_all, name: string) => encode(values[name] ?? ""));
  try {
    const response = await fetch(gateway.url, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        "Content-Type": isJson ? "application/json" : "application/x-www-form-urlencoded",
        ...gateway.headers,
      },
      body,
    });
    await response.body?.cancel();
    return outcomeOf(response.status);
  } catch (error) {
    const { name, cause } = error as { name?: unknown; cause?: { code?: unknown } };
    return { is: "retry", answer: name === "TimeoutError" ? "timeout" : answerCode(cause?.code ?? "unreachable") };
  }
}

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return SENT;
  const isForGood = status >= 400 && status < 500 && !PASSING.has(status);
  return { is: isForGood ? "refused" : "retry", answer: `http-${status}` };
}
