// Generated from workbench/widgets/records.py by `python -m workbench.widgets.contract`. Do not edit.

export type Layer = "entity" | "quote" | "speaker" | "cue" | "passage" | "reworded" | "rejected";

/** Why the rules decided so, as a key of a section of the packs' `ui.toml` and the values of its sentence. */
export interface ReasonRecord {
  code: string;
  values: Record<string, string>;
}

/** A stretch of a block on which the same marks lie, as positions in `Story.marks`, outermost first. */
export interface SegmentRecord {
  start: number;
  text: string;
  marks: number[];
}

/** A block of a page: its segments joined are its text, and `rule` says why it was marked as that kind. */
export interface BlockRecord {
  start: number;
  end: number;
  kind: string;
  rule: string;
  segments: SegmentRecord[];
}

/** One page: `published` is an ISO date or empty, `direction` rtl or ltr. */
export interface ArticleRecord {
  id: string;
  source: string;
  title: string;
  published: string;
  author: string;
  url: string;
  language: string;
  direction: string;
  words: number;
  blocks: BlockRecord[];
}

/** A marked span: what it refers to (`ref`: an entity, quote, passage or rewording), and what stands around it. */
export interface MarkRecord {
  id: string;
  article: string;
  layer: "entity" | "quote" | "speaker" | "cue" | "passage" | "reworded" | "rejected";
  ref: string;
  type: string;
  rule: string;
  why: number;
  start: number;
  end: number;
  before: string;
  text: string;
  after: string;
}

/** An entity with its place in the plane; `units`: its first mention in each sentence that names it. */
export interface EntityRecord {
  id: string;
  name: string;
  type: string;
  aliases: string[];
  mentions: number;
  articles: number;
  sources: string[];
  marks: number[];
  units: number[];
  x: number;
  y: number;
  folded: string;
}

/** Two entities named in one sentence, `weight` times; `units`: for each such sentence their mentions in it. */
export interface EdgeRecord {
  a: string;
  b: string;
  weight: number;
  alpha: number;
  units: number[][];
}

/** A quotation: `speaker` is an entity id or empty, `mark` its position in `Story.marks`. */
export interface QuoteRecord {
  id: string;
  article: string;
  source: string;
  kind: string;
  text: string;
  speaker: string;
  speaker_name: string;
  speaker_text: string;
  cue: string;
  stance: string;
  rule: string;
  flags: string;
  lineage: string;
  verdict: string;
  coders: string[];
  mark: number;
  before: string;
  after: string;
  folded: string;
}

/** A span that counts as no quotation, and why; `quote` and `coders` are empty where the rules left it out. */
export interface RejectedRecord {
  quote: string;
  article: string;
  source: string;
  text: string;
  reason: ReasonRecord;
  coders: string[];
  mark: number;
  folded: string;
}

/** A stretch of one of two texts: `op` says what became of it, `other` what stands in the other in its place. */
export interface PieceRecord {
  op: string;
  text: string;
  other: string;
}

/** A wording of a statement beside `against`, the fullest one in its language (empty: it is that one). */
export interface WordingRecord {
  quote: string;
  against: string;
  similarity: number;
  first: boolean;
  pieces: PieceRecord[];
}

/** An outlet that leaves a statement out: it `carries` other quotes of the speaker, or names him there. */
export interface SilentRecord {
  source: string;
  carries: string;
  quotes: number;
  mentions: number;
  articles: string[];
}

/** Why two quotations are wordings of one statement: all that they share. */
export interface TieReasonRecord {
  a: string;
  b: string;
  why: ReasonRecord[];
}

/** A statement: its wordings in the order of their times, `first` says why the first ones are it. */
export interface LineageRecord {
  id: string;
  speaker: string;
  speaker_name: string;
  fullest: string;
  first: string;
  wordings: WordingRecord[];
  silent: SilentRecord[];
  reasons: TieReasonRecord[];
}

/** What is written in one with a word, folded, longest first; words are searched without, down to `shortest`. */
export interface ParticlesRecord {
  before: string[];
  after: string[];
  shortest: number;
}

/** Two articles that share text: the share of each that stands in the other, and which came first. */
export interface PairRecord {
  a: string;
  b: string;
  words: number;
  a_in_b: number;
  b_in_a: number;
  first: string;
  first_by: string;
  likely_source: string;
}

/** A passage that two articles share, with its mark in each; `boilerplate`: printed page after page. */
export interface PassageRecord {
  id: string;
  a: string;
  b: string;
  mark_a: number;
  mark_b: number;
  words: number;
  similarity: number;
  boilerplate: boolean;
  differs: boolean;
  pieces_a: PieceRecord[];
  pieces_b: PieceRecord[];
}

/** Two sentences that say the same in other words, with their marks; `score`: how likely, from 0 to 1. */
export interface RewordedRecord {
  id: string;
  a: string;
  b: string;
  mark_a: number;
  mark_b: number;
  score: number;
  languages: string;
  stretch: string;
  pieces_a: PieceRecord[];
  pieces_b: PieceRecord[];
}

/** Two articles of which sentences say the same in other words: how many, and the share of each one's words. */
export interface RewordedPairRecord {
  a: string;
  b: string;
  sentences: number;
  a_in_b: number;
  b_in_a: number;
  first: string;
  first_by: string;
}

/** What an outlet prints on page after page; `reason`: outlet or end. */
export interface BoilerplateRecord {
  text: string;
  source: string;
  articles: number;
  reason: string;
}

/** Positions ordered so that those that share stand together, and the sizes of the groups in that order. */
export interface ClusterRecord {
  order: number[];
  sizes: number[];
}

/** The share of the row found in the column, by source; null on the diagonal. By article, the pairs tell it. */
export interface Shares {
  source: ((number | null)[])[];
  reworded: ((number | null)[])[];
  source_clusters: ClusterRecord;
  article_clusters: ClusterRecord;
  boilerplate: BoilerplateRecord[];
}

/** When an article was published: `stated` is hour, day or none; its time lies from `start` to `end`. */
export interface MomentRecord {
  article: string;
  stated: "hour" | "day" | "none";
  start: string;
  end: string;
  zoned: boolean;
  head_start: number;
  head_end: number;
}

/** Text that a later article shares with an earlier one; `by` says what tells the order: date or credit. */
export interface CopyRecord {
  first: string;
  later: string;
  by: string;
  words: number;
  share: number;
  likely: string;
  boilerplate: boolean;
}

/** A statement that several articles quote, in order of publication, and the outlet that had it first, or none. */
export interface StatementRecord {
  lineage: string;
  first: string;
  quotes: string[];
  ranks: number[];
}

/** Who published, quoted and copied when: the moments in order of time, those without a date last. */
export interface When {
  moments: MomentRecord[];
  copies: CopyRecord[];
  statements: StatementRecord[];
}

/** All that the views show of a corpus; `fold` turns a typed query into the spelling of `folded`. */
export interface Story {
  digest: string;
  name: string;
  stale: string[];
  articles: ArticleRecord[];
  marks: MarkRecord[];
  reasons: ReasonRecord[][];
  entities: EntityRecord[];
  edges: EdgeRecord[];
  sentences: number[];
  quotes: QuoteRecord[];
  rejected: RejectedRecord[];
  lineages: LineageRecord[];
  pairs: PairRecord[];
  passages: PassageRecord[];
  meaning: boolean;
  reworded: RewordedRecord[];
  reworded_pairs: RewordedPairRecord[];
  sources: string[];
  shares: Shares;
  when: When;
  fold: Record<string, string>;
  particles: ParticlesRecord;
}

/** The words of the views in one language: section, key, text. */
export interface Labels {
  language: string;
  direction: string;
  sections: Record<string, Record<string, string>>;
}

/** What is selected, by id; `pair` is two articles or two sources, `origin` the view that selected it. */
export interface Selection {
  article: string | null;
  mark: string | null;
  entity: string | null;
  quote: string | null;
  passage: string | null;
  source: string | null;
  pair: [string, string] | null;
  origin: string | null;
}

/** Words of an article as they were pinned: what they are, and where they stand. */
export interface SpanRecord {
  article: string;
  source: string;
  title: string;
  published: string;
  url: string;
  language: string;
  direction: string;
  start: number;
  end: number;
  text: string;
}

/** Something pinned to the evidence tray: its words, and the selection that leads back to it. */
export interface FindingRecord {
  corpus_name?: string;
  id: string;
  corpus: string;
  kind: string;
  name: string;
  facts: string;
  spans: SpanRecord[];
  selection: Selection;
  note: string;
  rank: number;
  changed: string;
  gone: boolean;
}

/** Why Python refused: its sentence and what to try, and a code with values by which a view says it in its language. */
export interface ErrorRecord {
  message: string;
  hint: string;
  code: string;
  values: Record<string, string>;
}

/** The traits that every view shares with the browser; `story` is a Story as JSON, compressed with gzip. */
export interface Traits {
  story: DataView;
  labels: Labels;
  selected: Selection;
  options: Record<string, unknown>;
  tray: FindingRecord[];
}

/** Nothing selected. */
export const EMPTY_SELECTION: Selection = Object.freeze({
  article: null,
  mark: null,
  entity: null,
  quote: null,
  passage: null,
  source: null,
  pair: null,
  origin: null,
});
