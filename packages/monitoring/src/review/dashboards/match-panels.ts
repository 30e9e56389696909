import type { PanelContent } from "./content";

/** The panels of two versions of a dashboard, paired. */
export interface PanelMatches {
  readonly pairs: readonly (readonly [
    before: PanelContent,
    after: PanelContent,
  ])[];
  readonly removed: readonly PanelContent[];
  readonly added: readonly PanelContent[];
}

/** What two panels must share to be one; `undefined` for a panel that does not have it. */
type Trait = (panel: PanelContent) => string | undefined;

const byId: Trait = ({ id }) => (id === undefined ? undefined : String(id));
const byFingerprint: Trait = ({ fingerprint }) => fingerprint;
const byTitle: Trait = ({ title, type, row }) =>
  title === "" ? undefined : JSON.stringify([title, type, row]);
const byTitleAnywhere: Trait = ({ title }) => title || undefined;
const byQueries: Trait = ({ settings: { targets } }) =>
  targets === undefined ? undefined : JSON.stringify(targets);
/** Where only one of a type is left in a row on either side, it got another title and another query. */
const byPlace: Trait = ({ type, row }) => JSON.stringify([type, row]);

/**
 * Pairs panels by id where ids come from keys, so that a panel stays itself whatever changes in it. Where ids are counted,
 * or Terraform's state has lost them, by what is the same: all of it, title, queries.
 */
export function matchPanels(
  before: readonly PanelContent[],
  after: readonly PanelContent[],
): PanelMatches {
  const traits = idsAreKeys(before, after)
    ? [byId]
    : [byFingerprint, byTitle, byTitleAnywhere, byQueries, byPlace];
  const pairs: (readonly [PanelContent, PanelContent])[] = [];
  let [removed, added] = [before, after];
  for (const trait of traits) {
    const found =
      trait === byPlace
        ? pairsBy(trait, alone(trait, removed), alone(trait, added))
        : pairsBy(trait, removed, added);
    if (found.length === 0) continue;
    pairs.push(...found);
    const [old, now] = [
      new Set(found.map(([panel]) => panel)),
      new Set(found.map(([, panel]) => panel)),
    ];
    removed = removed.filter((panel) => !old.has(panel));
    added = added.filter((panel) => !now.has(panel));
  }
  const order = new Map(after.map((panel, index) => [panel, index]));
  return {
    pairs: pairs.sort(
      ([, a], [, b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
    ),
    removed,
    added,
  };
}

/** The panels that share the trait with no other. */
function alone(
  trait: Trait,
  panels: readonly PanelContent[],
): readonly PanelContent[] {
  const counts = new Map<string | undefined, number>();
  for (const panel of panels)
    counts.set(trait(panel), (counts.get(trait(panel)) ?? 0) + 1);
  return panels.filter((panel) => counts.get(trait(panel)) === 1);
}

/** Ids are believed when all panels have one, none twice, and most of the panels that they pair kept their title. */
function idsAreKeys(
  before: readonly PanelContent[],
  after: readonly PanelContent[],
): boolean {
  if (!haveIds(before) || !haveIds(after)) return false;
  const pairs = pairsBy(byId, before, after);
  const sameTitle = pairs.filter(([old, now]) => old.title === now.title);
  return sameTitle.length * 2 >= pairs.length;
}

function haveIds(panels: readonly PanelContent[]): boolean {
  return (
    panels.every(({ id }) => id !== undefined) &&
    new Set(panels.map(({ id }) => id)).size === panels.length
  );
}

/** Pairs in order; of several panels alike, the first with the first. */
function pairsBy(
  trait: Trait,
  before: readonly PanelContent[],
  after: readonly PanelContent[],
): readonly (readonly [PanelContent, PanelContent])[] {
  const waiting = new Map<string, PanelContent[]>();
  for (const panel of before) {
    const key = trait(panel);
    if (key === undefined) continue;
    const alike = waiting.get(`${panel.type === "row"} ${key}`) ?? [];
    alike.push(panel);
    waiting.set(`${panel.type === "row"} ${key}`, alike);
  }
  return after.flatMap((panel) => {
    const key = trait(panel);
    const partner =
      key === undefined
        ? undefined
        : waiting.get(`${panel.type === "row"} ${key}`)?.shift();
    return partner === undefined ? [] : [[partner, panel] as const];
  });
}
