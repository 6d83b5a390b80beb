import { Phone } from "lucide-react";
import { PhoneNumber } from "@/components/ui/phone-number";
import { isDialable } from "@/lib/platform/text/phone";

/** The caller, and the number to ring back. */
export function CallerLine({ name, phone }: { name: string; phone: string }) {
  return (
    <p className="flex items-start gap-2 text-sm">
      <Phone aria-hidden className="mt-0.5 size-4 shrink-0 text-quiet" />
      <span className="min-w-0">
        {name}, <PhoneNumber phone={phone} className="touch-target whitespace-nowrap text-accent tabular underline" />
        {isDialable(phone) ? null : (
          <span className="block text-wait">Saved as typed: this may not be a phone number</span>
        )}
      </span>
    </p>
  );
}
