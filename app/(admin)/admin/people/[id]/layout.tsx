import type { ReactNode } from "react";
import { adminsPerson } from "./admins-person";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function PersonLayout({ params, children }: Props) {
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await adminsPerson((await params).id);
  return children;
}
