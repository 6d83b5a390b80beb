import type { OwnValue } from "@/lib/platform/page-notes/page-notes";
import { zip, type Template, type ZippedTemplate } from "./template";

/** An answer as it is kept: without what each answer has its own of. */
export type KeptPage = {
  /** The change log's number when it began to be made; it contains every change up to it. */
  since: number;
  tags: readonly string[];
  /** The clock alone changes pages too, at whole minutes: this is the next. */
  endsAt: number;
  headers: readonly (readonly [name: string, value: string])[];
  template: Template;
  own: readonly (OwnValue | { text: string; kind: "nonce" })[];
  /** Its compressed form, made when it is first asked for. */
  zipped?: Promise<ZippedTemplate>;
};

/** Kept pages up to so many bytes; those that were read the longest ago go first. */
export class KeptPages {
  private readonly pages = new Map<string, KeptPage>();
  private size = 0;

  constructor(private readonly mostBytes: number) {}

  get bytes(): number {
    return this.size;
  }

  find(key: string): KeptPage | undefined {
    const page = this.pages.get(key);
    if (page) {
      this.pages.delete(key);
      this.pages.set(key, page);
    }
    return page;
  }

  keep(key: string, page: KeptPage): void {
    this.forget(key);
    this.pages.set(key, page);
    this.size += bytesOf(key, page);
    for (const oldest of this.pages.keys()) {
      if (this.size <= this.mostBytes) break;
      this.forget(oldest);
    }
  }

  forget(key: string): void {
    const page = this.pages.get(key);
    if (!page) return;
    this.pages.delete(key);
    this.size -= bytesOf(key, page);
  }

  /** Lets go of what no one will be shown any more. */
  sweep(isUseful: (page: KeptPage) => boolean): void {
    for (const [key, page] of this.pages) if (!isUseful(page)) this.forget(key);
  }
}

/** Returns the compressed form, made once however many ask for it. */
export function zippedOf(page: KeptPage): Promise<ZippedTemplate> {
  return (page.zipped ??= zip(page.template));
}

/** The compressed form is counted from the start, as the third it is at most. */
function bytesOf(key: string, { template, headers, tags }: KeptPage): number {
  const words = headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0) + 40 * tags.length;
  return 2 * (key.length + words) + Math.ceil((template.length * 4) / 3);
}
