"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState, type ReactNode } from "react";
import { LinkOver } from "./link-over";

type Props = {
  /** ISO instant of the end. */
  until: string;
  /** The server's clock when it answered: corrects devices with a wrong clock. */
  serverNow: string;
  children: ReactNode;
};

/** Timers hold no more than 24 days; a link, a week. */
const LONGEST_MS = 8 * 86_400_000;

/** What a link opens, until its time is over: then it is gone from the screen, even without a connection. */
export function UntilOver({ until, serverNow, children }: Props) {
  const router = useRouter();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const left = Date.parse(until) - Date.parse(serverNow);
    const timer = setTimeout(
      () => {
        setOver(true);
        router.refresh();
      },
      Math.min(Math.max(0, left), LONGEST_MS),
    );
    return () => clearTimeout(timer);
  }, [until, serverNow, router]);
  return isOver ? <LinkOver why="over" /> : children;
}
