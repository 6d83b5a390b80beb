"use client";
import { MessageSquare } from "lucide-react";
import type { Route } from "next";
import { createContext, useContext, type ReactNode } from "react";
import { Link } from "@/components/ui/link";

/** The visits of a page about which the reader has unread messages. */
const Unread = createContext<readonly string[]>([]);

/** Tells the lists inside which of their visits have unread messages. */
export function UnreadMessages({ visits, children }: { visits: readonly string[]; children: ReactNode }) {
  return <Unread value={visits}>{children}</Unread>;
}

/** Says that there are unread messages about a visit, and leads to them; nothing where there are none. */
export function UnreadMark({ visit, href }: { visit: string; href?: Route }) {
  if (!useContext(Unread).includes(visit)) return null;
  const mark = (
    <>
      <MessageSquare aria-hidden className="size-3.5 shrink-0" />
      New message
    </>
  );
  const look = "inline-flex w-fit items-center gap-1 text-xs font-semibold whitespace-nowrap text-accent";
  return href ? (
    <Link href={href} className={`touch-target ${look} hover:underline`}>
      {mark}
    </Link>
  ) : (
    <span className={look}>{mark}</span>
  );
}
