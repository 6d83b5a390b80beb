import { CircleAlert, Clock } from "lucide-react";

const TEXTS = {
  PENDING: "is awaiting verification. You can set everything up now. Patients can find it once it is verified.",
  REJECTED: "could not be verified. Please check your details and contact the administrators.",
  SUSPENDED: "is suspended. Patients can't find or book it. Please contact the administrators.",
} as const;

type Props = {
  state: "PENDING" | "VERIFIED" | "REJECTED" | "SUSPENDED";
  what: "profile" | "hospital";
  /** The administrator's reason. */
  reason?: string | null;
};

/** Says what is missing until a profile or a hospital is listed; nothing once it is. */
export function VerificationNotice({ state, what, reason }: Props) {
  if (state === "VERIFIED") return null;
  const waits = state === "PENDING";
  const Icon = waits ? Clock : CircleAlert;
  return (
    <p
      className={`flex items-start gap-2.5 rounded-lg px-4 py-3 text-sm ${waits ? "bg-wait-soft text-wait" : "bg-stop-soft text-stop"}`}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        Your {what} {TEXTS[state]}
        {reason ? <span className="mt-0.5 block text-ink">Reason: {reason}</span> : null}
      </span>
    </p>
  );
}
