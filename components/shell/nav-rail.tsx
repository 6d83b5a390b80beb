"use client";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { badgeText, isActive, type NavItem } from "./nav";

export function NavLink({ item, active, onNavigate }: { item: NavItem; active: boolean; onNavigate?: () => void }) {
  return (
    <Link
      href={item.href}
      aria-current={active ? "page" : undefined}
      {...(onNavigate ? { onClick: onNavigate } : {})}
      className={cn(
        "flex min-h-10 items-center gap-3 rounded-md px-3 text-sm font-medium pointer-coarse:min-h-11 [&_svg]:size-5 [&_svg]:shrink-0",
        active ? "bg-accent-soft font-semibold text-accent" : "text-quiet hover:bg-sunken hover:text-ink",
      )}
    >
      {item.icon}
      <span className="min-w-0 flex-1 py-2 leading-tight">{item.label}</span>
      {item.badge ? (
        <span className="rounded-full bg-accent px-1.5 text-xs font-semibold text-accent-ink tabular">
          {badgeText(item.badge)}
        </span>
      ) : null}
    </Link>
  );
}

/** The left rail, from 1024 px. */
export function NavRail({ items }: { items: NavItem[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Portal" className="flex flex-col gap-0.5">
      {items.map((item) => (
        <NavLink key={item.href} item={item} active={isActive(pathname, item)} />
      ))}
    </nav>
  );
}
