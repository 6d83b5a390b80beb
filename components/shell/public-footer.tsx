import { Link } from "@/components/ui/link";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { routes } from "@/lib/site/routes";
import { Brand } from "./brand";
import type { LinkItem } from "./nav";
import { PUBLIC_LINKS } from "./public-links";

const FOR_CARE: LinkItem[] = [
  { href: routes.signUp({ kind: "doctor" }), label: "For doctors" },
  { href: routes.signUp({ kind: "hospital" }), label: "For hospitals" },
  { href: routes.prescriptions(), label: "Check a prescription" },
  { href: "/api/docs", label: "For developers" },
];

const linkStyle =
  "inline-flex min-h-8 items-center text-sm text-quiet hover:text-ink hover:underline pointer-coarse:min-h-11";

function Column({ title, links }: { title: string; links: LinkItem[] }) {
  return (
    <nav aria-label={title}>
      <h2 className="text-sm">{title}</h2>
      <ul className="mt-2 grid">
        {links.map((link) => (
          <li key={link.href}>
            {/* The API's pages are not part of the application: prefetching them would fail. */}
            {link.href.startsWith("/api/") ? (
              <a href={link.href} className={linkStyle}>
                {link.label}
              </a>
            ) : (
              <Link href={link.href} className={linkStyle}>
                {link.label}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function PublicFooter() {
  return (
    <footer data-print="hide" className="mt-20 border-t border-line bg-surface">
      <div className="mx-auto grid max-w-6xl grid-cols-2 gap-10 px-4 py-12 sm:px-6 lg:grid-cols-[2fr_1fr_1fr] lg:px-8">
        <div className="col-span-2 lg:col-span-1">
          <Brand />
          <p className="mt-4 max-w-sm text-sm text-quiet">
            Patients, doctors and hospitals see the same live information. In an emergency, always call your local
            emergency number first.
          </p>
          <div className="mt-4 -ml-2.5">
            <ThemeToggle />
          </div>
        </div>
        <Column title="Find care" links={[...PUBLIC_LINKS, { href: routes.emergency.request(), label: "Emergency" }]} />
        <Column title="For providers" links={FOR_CARE} />
      </div>
    </footer>
  );
}
