/** A national procedure record, as far as the index is made from it. Texts are as published. */
export type FullRecord = {
  code: string;
  title: string;
  otherTitles?: string[];
  /** The newest list that has the code: 2026-07, 2026-07-17 or a bare year. */
  lastSeen: string;
  field?: string;
  issuingAgency?: string;
  agency?: string;
  level?: string[];
  levelInferred?: string[];
  audience?: ("citizen" | "business")[];
  online?: string;
  result?: string[];
  legalBasis?: string[];
  url?: string;
  popularity?: number;
  documents?: { name: string; case?: string }[];
};

/** The levels a record states, or else those inferred from its names. */
export function levelsStated({ level, levelInferred }: FullRecord): string[] {
  return level ?? levelInferred ?? [];
}
