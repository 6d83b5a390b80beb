import type { ReactNode } from "react";
import { FormMessage } from "@/components/ui/form-message";
import type { Migrations } from "@/lib/platform/http/readiness";

/** Says where the database and this release do not match, and what to do. Nothing when they do. */
export function MigrationsMessage({ missing, unfinished, unknown }: Migrations) {
  return (
    <div className="grid gap-3 not-empty:mb-8">
      {unfinished.length > 0 ? (
        <FormMessage title="A database migration didn't finish">
          <p>
            Some pages may fail until it does. Fix what <Command>npm run migrate</Command> reports, run{" "}
            <Command>npx prisma migrate resolve --rolled-back {unfinished[0]}</Command>, then{" "}
            <Command>npm run migrate</Command> again.
          </p>
          <Names names={unfinished} />
        </FormMessage>
      ) : null}
      {missing.length > 0 ? (
        <FormMessage title="The database is not up to date with this release">
          <p>
            Some pages may fail until it is. Run <Command>npm run migrate</Command> as the owner of the database, then
            open this page again. No restart is needed.
          </p>
          <Names names={missing} />
        </FormMessage>
      ) : null}
      {unknown.length > 0 ? (
        <FormMessage tone="wait" title="A newer release has changed the database">
          <p>
            This server keeps running on the older release. Update its code soon, run <Command>npm ci</Command> and{" "}
            <Command>npm run build</Command>, and restart it.
          </p>
          <Names names={unknown} />
        </FormMessage>
      ) : null}
    </div>
  );
}

function Command({ children }: { children: ReactNode }) {
  return <code className="rounded-sm bg-surface px-1 py-0.5 break-words">{children}</code>;
}

/** As the folders of prisma/migrations are named. */
function Names({ names }: { names: string[] }) {
  return (
    <ul aria-label="Changes" className="mt-2 list-disc pl-5 text-quiet">
      {names.map((name) => (
        <li key={name} className="break-all">
          {name}
        </li>
      ))}
    </ul>
  );
}
