import { Phone } from "lucide-react";
import { PhoneNumber } from "@/components/ui/phone-number";

/** A person's number, as a button-like link. */
export function PhoneLink({ phone, who }: { phone: string; who?: string }) {
  return (
    <PhoneNumber
      phone={phone}
      className="touch-target inline-flex items-center gap-1.5 font-semibold whitespace-nowrap text-accent tabular hover:underline"
    >
      <Phone aria-hidden className="inline size-4" />
      {who ? <span className="sr-only">Call {who}: </span> : null}
    </PhoneNumber>
  );
}
