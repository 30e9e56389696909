/** A piece of a report that is given whole, in short, or not at all. */
export interface Block {
  /** Text that ends with a line feed. */
  readonly full: string;
  /** Its first line. */
  readonly short: string;
}

/** A part of a report: its heading, and its blocks in order of importance. */
export interface Chapter {
  readonly heading: string;
  /** What follows the last block. @default "" */
  readonly ending?: string;
  readonly blocks: readonly Block[];
  /** One line in place of blocks that are left out. */
  readonly left: (count: number) => string;
}

export interface FittedReport {
  readonly text: string;
  /** Whether anything is shortened or left out. */
  readonly isShortened: boolean;
}

/** Room for the lines that say how much is left out. */
const lineRoom = 160;

/**
 * Chapters, the most important first, within `limit` characters. What does not fit is shortened from the end, chapter by
 * chapter: its blocks to their first lines, then left out and counted. No block is cut in its middle.
 */
export function fitted(
  chapters: readonly Chapter[],
  limit: number,
): FittedReport {
  const whole = chapters.reduce((sum, chapter) => sum + sizeOf(chapter), 0);
  if (whole <= limit)
    return {
      text: chapters
        .map((chapter) =>
          textOf(
            chapter,
            chapter.blocks.map(({ full }) => full),
            0,
          ),
        )
        .join(""),
      isShortened: false,
    };
  let size = whole + chapters.length * lineRoom;
  const states = chapters.map(({ blocks }) => blocks.map(({ full }) => full));
  const left = chapters.map(() => 0);
  for (let index = chapters.length - 1; index >= 0; index -= 1) {
    const kept = states[index] ?? [];
    size -= shorten(chapters[index]?.blocks ?? [], kept, size - limit);
    while (size > limit && kept.length > 0) {
      size -= kept.pop()?.length ?? 0;
      left[index] = (left[index] ?? 0) + 1;
    }
  }
  return {
    text: chapters
      .map((chapter, index) =>
        textOf(chapter, states[index] ?? [], left[index] ?? 0),
      )
      .join(""),
    isShortened: true,
  };
}

/** Shortens blocks from the last until `needed` characters are saved; returns how many were. */
function shorten(
  blocks: readonly Block[],
  kept: string[],
  needed: number,
): number {
  let saved = 0;
  for (
    let index = blocks.length - 1;
    index >= 0 && saved < needed;
    index -= 1
  ) {
    const block = blocks[index];
    if (block === undefined || block.short.length >= block.full.length)
      continue;
    kept[index] = block.short;
    saved += block.full.length - block.short.length;
  }
  return saved;
}

function textOf(
  { heading, ending = "", left }: Chapter,
  blocks: readonly string[],
  count: number,
): string {
  return heading + blocks.join("") + (count > 0 ? left(count) : "") + ending;
}

function sizeOf({ heading, ending = "", blocks }: Chapter): number {
  return blocks.reduce(
    (sum, { full }) => sum + full.length,
    heading.length + ending.length,
  );
}
