import type { ReactNode } from "react";
import { telHref, showPhone } from "@/lib/platform/text/phone";
import { cn } from "./cn";

type Props = {
  phone: string;
  className?: string;
  /** Before the number: an icon, whose it is. */ children?: ReactNode;
};

/** A formatted phone number that dials at a tap. One that can't be dialled is only shown. */
export function PhoneNumber({ phone, className, children }: Props) {
  if (!/\d/.test(phone)) {
    return (
      <span className={cn(className, "break-words whitespace-normal text-inherit no-underline hover:no-underline")}>
        {children}
        {phone}
      </span>
    );
  }
  return (
    <a href={telHref(phone)} className={className}>
      {children}
      {showPhone(phone)}
    </a>
  );
}
