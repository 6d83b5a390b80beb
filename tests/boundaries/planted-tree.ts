import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Source files by path from the root of a repository. */
export type Tree = Readonly<Record<string, string>>;

const libraries = {
  dependencies: ["next", "react", "react-dom", "next-auth", "pusher", "pusher-js", "@prisma/client", "server-only"],
  devDependencies: ["fast-check"],
};

/** Writes a small repository with stand-ins for the libraries our rules name; the caller removes it. */
export function plantTree(tree: Tree): string {
  const root = mkdtempSync(join(tmpdir(), "caresync-boundaries-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const versions = (names: string[]) => Object.fromEntries(names.map((name) => [name, "1.0.0"]));
  write(
    "package.json",
    JSON.stringify({
      name: "planted",
      dependencies: versions(libraries.dependencies),
      devDependencies: versions(libraries.devDependencies),
    }),
  );
  write(
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: { module: "esnext", moduleResolution: "bundler", jsx: "react-jsx", paths: { "@/*": ["./*"] } },
    }),
  );
  for (const name of [...libraries.dependencies, ...libraries.devDependencies]) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    write(`node_modules/${name}/index.js`, "module.exports = {};");
    for (const part of ["server", "link", "form"]) write(`node_modules/${name}/${part}.js`, "module.exports = {};");
  }
  for (const [path, text] of Object.entries(tree)) write(path, text);
  return root;
}

/** A module that imports these, with an export so that it is a module. */
export function importing(...paths: string[]): string {
  return [...paths.map((path) => `import "${path}";`), "export const planted = 1;"].join("\n");
}

/** A repository in which every import follows the rules: the path of one booking. */
export const soundTree: Tree = {
  "lib/platform/db/client.ts": importing("@prisma/client"),
  "lib/platform/errors/app-error.ts": importing(),
  "lib/platform/config/config.ts": importing("server-only"),
  "lib/platform/http/define-route.ts": importing("next/server", "@/lib/platform/errors/app-error"),
  "lib/platform/input/text.ts": importing(),
  "lib/platform/actions/define-action.ts": importing("@/lib/platform/errors/app-error"),
  "lib/platform/realtime/publish.ts": importing("pusher", "@/lib/platform/config/config"),
  "lib/actor/actor.ts": importing(),
  "lib/actor/define-route.ts": importing("./actor", "@/lib/platform/http/define-route"),
  "lib/actor/define-action.ts": importing("./actor", "@/lib/platform/actions/define-action"),
  "lib/actor/transaction.ts": importing("./actor", "@/lib/platform/db/client"),
  "lib/domain/schedules/slots.ts": importing("@/lib/platform/errors/app-error"),
  "lib/domain/schedules/schema.ts": importing("@/lib/platform/input/text"),
  "lib/domain/schedules/slots/days.ts": importing("../schema"),
  "lib/domain/schedules/queries.ts": importing("@/lib/platform/db/client", "./policy", "./slots", "./slots/days"),
  "lib/domain/schedules/policy.ts":
    'import type { Prisma } from "@/lib/platform/db/client";\nexport const visibleTo = (): Prisma => ({});',
  "lib/domain/schedules/format.ts": importing("./schema"),
  "lib/domain/schedules/actions.ts": importing("@/lib/actor/define-action", "next/server", "./change-hours"),
  "lib/domain/schedules/change-hours.ts": importing("@/lib/actor/transaction", "./queries"),
  "lib/domain/appointments/book-appointment.ts": importing(
    "@/lib/platform/db/client",
    "@/lib/domain/schedules/queries",
    "@/lib/domain/schedules/slots",
  ),
  "lib/composition/start-server.ts": importing(
    "@/lib/domain/appointments/book-appointment",
    "@/lib/platform/config/config",
  ),
  "components/ui/button.tsx": 'import "react";\nexport const Button = () => <button />;',
  "components/realtime/connection.tsx": importing("pusher-js"),
  "components/schedules/hours-form.tsx": `
    import type { Hours } from "@/lib/domain/schedules/queries";
    export type { Hours };
    ${importing(
      "@/components/ui/button",
      "@/components/realtime/connection",
      "@/lib/domain/schedules/actions",
      "@/lib/domain/schedules/format",
    )}`,
  "app/page.tsx": importing("@/components/schedules/hours-form", "@/lib/domain/schedules/queries"),
  "app/api/appointments/route.ts": importing("@/lib/actor/define-route", "@/lib/domain/appointments/book-appointment"),
  "app/api/realtime/route.ts": importing("@/lib/platform/realtime/publish"),
};
